create function cogo.remove_route(type_pattern text, tenant_id uuid)
returns boolean
language plpgsql
security definer
set search_path = ''
as $$
begin
  delete from cogo.routes as route
  where route.type_pattern = remove_route.type_pattern and route.tenant_id is not distinct from remove_route.tenant_id;
  return found;
end;
$$;

comment on function cogo.remove_route(text, uuid) is 'Removes a route; answers whether there was one. Jobs that it has sent stay where they are.';

revoke execute on function cogo.remove_route(text, uuid) from public;
grant execute on function cogo.remove_route(text, uuid) to service_role;
