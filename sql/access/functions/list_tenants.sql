create function cogo.list_tenants(after uuid, row_limit integer)
returns setof jsonb
language plpgsql
stable
security definer
set search_path = ''
as $$
#variable_conflict use_column
begin
  if (row_limit between 1 and 1000) is not true then
    perform cogo.refuse_argument('row_limit', 'it must be 1 to 1000');
  end if;
  return query
  select to_jsonb(tenant) from cogo.tenants as tenant
  where list_tenants.after is null or tenant.tenant_id > list_tenants.after
  order by tenant.tenant_id limit row_limit;
end;
$$;

comment on function cogo.list_tenants(uuid, integer) is
  'Tenants in the order of their ids.';

revoke execute on function cogo.list_tenants(uuid, integer) from public;
grant execute on function cogo.list_tenants(uuid, integer) to service_role;
