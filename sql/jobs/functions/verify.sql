create function cogo.verify()
returns table (invariant text, problem text, sample jsonb)
language plpgsql
security definer
set search_path = ''
as $$
declare
  floors jsonb;
begin
  -- Floors first: they are sequences, which no snapshot holds back, and may pass what the snapshot below still shows.
  select jsonb_object_agg(hint.lane_id, hint.floor_at) into floors from cogo.lane_hints(null) as hint;

  -- One statement over stable functions: the whole check reads one snapshot, so work that goes on cannot mislead it.
  return query
  select * from cogo.verify_places(floors)
  union all select * from cogo.verify_claims()
  union all select * from cogo.verify_history()
  union all select * from cogo.verify_upkeep()
  union all select * from cogo.verify_limits()
  union all select * from cogo.verify_lanes()
  union all select * from cogo.verify_quality()
  union all select * from cogo.verify_flows()
  union all select * from cogo.verify_schedules()
  union all select * from cogo.verify_events()
  union all select * from cogo.verify_notifications()
  union all select * from cogo.verify_catalogue()
  union all select * from cogo.verify_money()
  union all select * from cogo.verify_keys()
  union all select * from cogo.verify_calls()
  union all select * from cogo.verify_alerts()
  union all select * from cogo.verify_metrics()
  union all select * from cogo.verify_routing()
  union all select * from cogo.verify_access()
  union all select * from cogo.verify_ingress()
  union all select * from cogo.verify_artifacts()
  union all select * from cogo.verify_offboarding();
end;
$$;

comment on function cogo.verify() is
  'Checks every invariant of the engine on live data. No rows = healthy; each row names an invariant, how it is broken, and where.';

revoke execute on function cogo.verify() from public;
grant execute on function cogo.verify() to service_role;
