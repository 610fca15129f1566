create table cogo.agent_credentials (
  credential_id uuid primary key,
  agent_id uuid not null references cogo.agents,
  secret_sha256 bytea not null,
  hint text not null,
  created_at timestamptz not null,
  expires_at timestamptz not null,
  revoked_at timestamptz,
  last_used_at timestamptz,
  free_at timestamptz not null,
  constraint a_secret_is_given_once unique (secret_sha256),
  constraint secret_is_kept_as_sha_256 check (length(secret_sha256) = 32),
  constraint credential_ends_after_it_begins check (expires_at > created_at)
) with (fillfactor = 70);

create index agent_credentials_agent_idx on cogo.agent_credentials (agent_id);

comment on table cogo.agent_credentials is
  'Long-lived secrets of agents, as hashes. Several at once, so that one can be replaced without a pause.';
comment on column cogo.agent_credentials.hint is 'The first characters of the secret, by which a person finds it again.';
comment on column cogo.agent_credentials.free_at is
  'When its bucket of exchanges is full again (GCRA): each moves it 2 seconds on, more than 60 seconds ahead is refused.';

alter table cogo.agent_credentials enable row level security;
