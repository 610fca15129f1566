create function cogo.logged_list(decision cogo.routing_decisions)
returns cogo.route_lists
language plpgsql
stable
security definer
set search_path = ''
as $$
begin
  return cogo.with_health(
    (select known from cogo.route_lists as known where known.list_id = (decision.context -> 'list')::bigint),
    case when decision.context ? 'stale' then null else decision.snapshot_id end
  );
end;
$$;

comment on function cogo.logged_list(cogo.routing_decisions) is 'The list that a decision chose from, with the health of then.';

revoke execute on function cogo.logged_list(cogo.routing_decisions) from public;
