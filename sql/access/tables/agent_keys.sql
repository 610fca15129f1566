create table cogo.agent_keys (
  key_id uuid primary key,
  agent_id uuid not null references cogo.agents,
  kid text not null,
  public_jwk jsonb not null,
  created_at timestamptz not null,
  revoked_at timestamptz,
  constraint an_agent_names_a_key_once unique (agent_id, kid),
  constraint kid_has_1_to_100_characters check (length(kid) between 1 and 100),
  constraint agent_key_is_public check (not public_jwk ?| array['d', 'k', 'p', 'q'])
);

comment on table cogo.agent_keys is
  'Public keys of agents that sign an assertion (RFC 7523) with a key of their own instead of holding a secret of ours.';
comment on column cogo.agent_keys.kid is 'What the agent calls it: the kid of its assertions.';
comment on column cogo.agent_keys.public_jwk is 'The public half, as a JSON Web Key.';

alter table cogo.agent_keys enable row level security;
