create function api.list_routes()
returns table (tenant_id uuid, type_pattern text, executor text)
language plpgsql
stable
set search_path = ''
as $$
#variable_conflict use_column
begin
  return query select route.tenant_id, route.type_pattern, route.executor from cogo.list_routes() as route;
end;
$$;

comment on function api.list_routes() is 'All routes of pools of workers, the nearest first; a null tenant_id means every tenant. For operators. No errors.';

revoke execute on function api.list_routes() from public;
grant execute on function api.list_routes() to service_role;
