create function api.remove_route(type_pattern text default '*', tenant_id uuid default null)
returns boolean
language plpgsql
volatile
set search_path = ''
as $$
begin
  return cogo.remove_route(remove_route.type_pattern, remove_route.tenant_id);
end;
$$;

comment on function api.remove_route(text, uuid) is
  'Removes a route; answers whether there was one. Jobs that it has sent stay where they are. For operators. No errors.';

revoke execute on function api.remove_route(text, uuid) from public;
grant execute on function api.remove_route(text, uuid) to service_role;
