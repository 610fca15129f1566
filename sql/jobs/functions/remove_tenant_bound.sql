create function cogo.remove_tenant_bound(tenant_id uuid)
returns boolean
language plpgsql
security definer
set search_path = ''
as $$
begin
  delete from cogo.tenant_bounds as bound where bound.tenant_id is not distinct from remove_tenant_bound.tenant_id;
  return found;
end;
$$;

comment on function cogo.remove_tenant_bound(uuid) is
  'Removes a bound; answers whether there was one. The sweep lets in whoever waited for it.';

revoke execute on function cogo.remove_tenant_bound(uuid) from public;
grant execute on function cogo.remove_tenant_bound(uuid) to service_role;
