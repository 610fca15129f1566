create table cogo.rate_limits (
  limit_id bigint generated always as identity primary key,
  scope text not null,
  tenant_id uuid,
  agent_id uuid,
  key_id uuid,
  unit text not null,
  max_count bigint not null,
  per_seconds integer not null,
  subject text not null generated always as (
    case scope
      when 'agent' then 'agent:' || coalesce(tenant_id::text, '*') || ':' || coalesce(agent_id::text, '*')
      when 'key' then 'key:' || coalesce(key_id::text, '*')
      else 'tenant:' || coalesce(tenant_id::text, '*')
    end
  ) stored,
  changed_at timestamptz not null,
  constraint one_limit_per_subject_and_unit unique (subject, unit),
  constraint scope_is_known check (scope in ('tenant', 'agent', 'key')),
  constraint unit_is_known check (unit in ('requests', 'tokens')),
  constraint only_an_agent_limit_names_an_agent check (agent_id is null or (scope = 'agent' and tenant_id is not null)),
  constraint only_a_key_limit_names_a_key check (key_id is null or scope = 'key'),
  constraint a_key_limit_names_no_tenant check (scope <> 'key' or tenant_id is null),
  constraint count_is_not_negative check (max_count >= 0),
  constraint a_period_is_a_second_to_a_day check (per_seconds between 1 and 86400),
  constraint at_most_ten_million_a_second check (max_count / per_seconds <= 10000000)
);

comment on table cogo.rate_limits is
  'How fast calls may be admitted: requests or tokens per tenant, agent or provider key. The nearest row rules. No rows = no limit.';
comment on column cogo.rate_limits.tenant_id is 'Null = each tenant (scope tenant), or the agents of each (scope agent), without a row of its own.';
comment on column cogo.rate_limits.agent_id is 'Null = each agent without a row of its own.';
comment on column cogo.rate_limits.max_count is 'As many in per_seconds, evenly refilled; as many at once when nothing came before. 0 = none.';
comment on column cogo.rate_limits.scope is 'tenant, agent or key.';
comment on column cogo.rate_limits.unit is 'requests or tokens.';
comment on column cogo.rate_limits.subject is 'What a call looks its limits up by.';

alter table cogo.rate_limits enable row level security;
