create table cogo.agents (
  agent_id uuid primary key,
  tenant_id uuid not null,
  project text,
  name text not null,
  scopes text[] not null,
  type_prefixes text[] not null default '{}',
  state text not null default 'active',
  created_at timestamptz not null,
  changed_at timestamptz not null,
  revoked_at timestamptz,
  constraint agent_belongs_to_a_tenant foreign key (tenant_id) references cogo.tenants (tenant_id),
  constraint agent_belongs_to_a_project foreign key (tenant_id, project) references cogo.projects (tenant_id, project),
  constraint agent_state_is_known check (state in ('active', 'revoked')),
  constraint revoked_agents_say_when check ((state = 'revoked') = (revoked_at is not null)),
  constraint agent_name_has_1_to_200_characters check (length(name) between 1 and 200)
);

create index agents_tenant_idx on cogo.agents (tenant_id, project);

comment on table cogo.agents is
  'Who may ask agent-token for tokens, and for which scopes at most. An agent whose tokens are signed elsewhere needs no row.';
comment on column cogo.agents.type_prefixes is 'Of which types of jobs it may claim; none = all. Its tokens hold jobs:work:<prefix> for each.';
comment on column cogo.agents.project is 'The part of its tenant that it works for; null = none.';
comment on column cogo.agents.scopes is 'What its tokens allow at most (cogo.scopes).';

alter table cogo.agents enable row level security;
