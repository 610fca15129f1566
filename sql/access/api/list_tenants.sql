create function api.list_tenants(after uuid default null, row_limit integer default 100)
returns setof jsonb
language plpgsql
stable
set search_path = ''
as $$
#variable_conflict use_column
begin
  return query select told from cogo.list_tenants(list_tenants.after, list_tenants.row_limit) as told;
end;
$$;

comment on function api.list_tenants(uuid, integer) is
  'Tenants in the order of their ids; give the last one as after for the next page. For operators. Errors: bad_argument (400).';

revoke execute on function api.list_tenants(uuid, integer) from public;
grant execute on function api.list_tenants(uuid, integer) to service_role;
