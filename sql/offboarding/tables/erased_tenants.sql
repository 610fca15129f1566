create table cogo.erased_tenants (
  tenant_hash uuid primary key,
  erased_at timestamptz not null
);

comment on table cogo.erased_tenants is
  'Tenants whose tokens are refused though nothing names them any more, by hash. Forgotten after 90 days: no token lives as long.';
comment on column cogo.erased_tenants.tenant_hash is 'cogo.short_hash of erased: and the tenant_id.';

alter table cogo.erased_tenants enable row level security;
