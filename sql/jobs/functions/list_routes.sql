create function cogo.list_routes()
returns setof cogo.routes
language plpgsql
stable
security definer
set search_path = ''
as $$
begin
  return query
  select route.* from cogo.routes as route
  order by route.tenant_id nulls last, length(route.type_pattern) desc, route.type_pattern;
end;
$$;

comment on function cogo.list_routes() is 'All routes, the nearest first.';

revoke execute on function cogo.list_routes() from public;
grant execute on function cogo.list_routes() to service_role;
