create function cogo.own_tenant(tenant_id uuid)
returns cogo.tenants
language plpgsql
security definer
set search_path = ''
as $$
#variable_conflict use_column
declare
  admin uuid := cogo.admin_tenant(own_tenant.tenant_id);
  tenant cogo.tenants;
begin
  select known.* into tenant from cogo.tenants as known where known.tenant_id = admin for update;
  if not found then
    perform cogo.raise_access_not_found('tenant_not_found', 'the tenant', admin::text);
  end if;
  return tenant;
end;
$$;

comment on function cogo.own_tenant(uuid) is
  'A tenant that the caller may administer, locked. Errors: not_an_agent (401), owners_only (403), tenant_not_found (404).';

revoke execute on function cogo.own_tenant(uuid) from public;
