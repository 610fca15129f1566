create function cogo.routed_executor(type text, tenant uuid)
returns text
language plpgsql
stable
security definer
set search_path = ''
as $$
declare
  executor text;
begin
  select route.executor into executor
  from cogo.routes as route
  where (route.tenant_id = routed_executor.tenant or route.tenant_id is null)
    and route.type_pattern = any(cogo.type_patterns(routed_executor.type))
  order by route.tenant_id is null, length(route.type_pattern) desc
  limit 1;
  return executor;
end;
$$;

comment on function cogo.routed_executor(text, uuid) is
  'The pool that a route names for a tenant''s jobs of a type, or null: a tenant''s own routes before everybody''s, the nearest pattern first.';

revoke execute on function cogo.routed_executor(text, uuid) from public;
