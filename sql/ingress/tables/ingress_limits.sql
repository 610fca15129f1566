create table cogo.ingress_limits (
  scope text not null,
  tenant_id uuid,
  max_count integer not null,
  per_seconds integer not null,
  constraint one_ingress_limit_per_scope_and_tenant unique nulls not distinct (scope, tenant_id),
  constraint ingress_scope_is_known check (scope in ('key', 'tenant', 'address', 'queue')),
  constraint ingress_count_is_not_negative check (max_count between 0 and 1000000),
  constraint ingress_period_is_a_second_to_an_hour check (per_seconds between 1 and 3600),
  constraint addresses_and_queues_belong_to_no_tenant check (tenant_id is null or scope in ('key', 'tenant'))
);

comment on table cogo.ingress_limits is
  'What the function ingress lets in. A tenant''s own row rules before everybody''s, and that before the defaults of cogo.ingress_limit.';
comment on column cogo.ingress_limits.scope is
  'key: each agent, person or hook of a tenant; tenant; address: each address of the network; queue: how many jobs may be ready for one executor.';
comment on column cogo.ingress_limits.tenant_id is 'Null = each tenant without a row of its own.';
comment on column cogo.ingress_limits.max_count is 'As many in per_seconds, evenly refilled; of a queue, as many at a time. 0 = none.';
comment on column cogo.ingress_limits.per_seconds is 'Of a queue: after how long who was refused may ask again.';

alter table cogo.ingress_limits enable row level security;
