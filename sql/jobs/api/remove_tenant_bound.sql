create function api.remove_tenant_bound(tenant_id uuid default null)
returns boolean
language plpgsql
volatile
set search_path = ''
as $$
begin
  return cogo.remove_tenant_bound(remove_tenant_bound.tenant_id);
end;
$$;

comment on function api.remove_tenant_bound(uuid) is
  'Removes a tenant''s bound, or (null) everybody''s; answers whether there was one. What was parked becomes ready. For operators. No errors.';

revoke execute on function api.remove_tenant_bound(uuid) from public;
grant execute on function api.remove_tenant_bound(uuid) to service_role;
