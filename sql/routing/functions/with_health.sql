create function cogo.with_health(list cogo.route_lists, snapshot_id bigint)
returns cogo.route_lists
language plpgsql
stable
security definer
set search_path = ''
as $$
declare
  seen record;
  filled cogo.route_lists := with_health.list;
begin
  select health.* into seen from cogo.list_health(list, with_health.snapshot_id) as health;
  filled.states := seen.states;
  filled.shares := seen.shares;
  filled.merits := seen.merits;
  filled.wait_ms := seen.wait_ms;
  filled.token_ms := seen.token_ms;
  return filled;
end;
$$;

comment on function cogo.with_health(cogo.route_lists, bigint) is 'A list as it was under a snapshot; null = as if nothing were known of anybody.';

revoke execute on function cogo.with_health(cogo.route_lists, bigint) from public;
