create table cogo.tenant_loads (
  tenant_id uuid not null,
  jobs integer not null
) with (
  autovacuum_vacuum_scale_factor = 0,
  autovacuum_vacuum_threshold = 1000
);

create index tenant_loads_tenant_id_idx on cogo.tenant_loads (tenant_id);

comment on table cogo.tenant_loads is
  'How the open jobs of bounded tenants grew and shrank: a row per call, folded now and then. The sum of a tenant''s rows is what it has open. No row is ever waited for.';
comment on column cogo.tenant_loads.jobs is 'Jobs opened (positive) or closed (negative) by one call.';

alter table cogo.tenant_loads enable row level security;
