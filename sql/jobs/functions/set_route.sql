create function cogo.set_route(executor text, type_pattern text, tenant_id uuid)
returns cogo.routes
language plpgsql
security definer
set search_path = ''
as $$
#variable_conflict use_column
declare
  kept cogo.routes;
begin
  if not exists (select from cogo.lanes as lane where lane.executor = set_route.executor and lane.state = 'open') then
    perform cogo.refuse_argument('executor', format('no lane is open for %L; call open_lanes first', set_route.executor));
  end if;
  insert into cogo.routes (tenant_id, type_pattern, executor)
  values (set_route.tenant_id, set_route.type_pattern, set_route.executor)
  on conflict on constraint one_route_per_tenant_and_pattern do update set executor = excluded.executor
  returning * into kept;
  return kept;
exception
  when check_violation or not_null_violation then
    perform cogo.refuse_argument('type_pattern', 'it must be a type (mail.send), a prefix (mail.*) or *');
    return null;
end;
$$;

comment on function cogo.set_route(text, text, uuid) is
  'Sends jobs enqueued from now on to a pool: those of a type pattern, of one tenant or (null) of all. Replaces the route of the same tenant and pattern.';

revoke execute on function cogo.set_route(text, text, uuid) from public;
grant execute on function cogo.set_route(text, text, uuid) to service_role;
