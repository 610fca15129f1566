create function cogo.refill_lanes(executor text, popped_ids bigint[], missing integer, tenant uuid, at timestamptz)
returns integer
language plpgsql
security definer
set search_path = ''
as $$
declare
  lane record;
  promoted integer := 0;
begin
  for lane in
    select known.lane_id, (
      select count(*)::integer from cogo.jobs as job join cogo.lanes as routed on routed.lane_id = job.lane_id
      where job.id = any(refill_lanes.popped_ids) and coalesce(routed.moved_to_lane_id, routed.lane_id) = known.lane_id
    ) as popped
    from cogo.lanes as known
    where known.executor = refill_lanes.executor
      and exists (select from cogo.backlog where backlog.lane_id = known.lane_id)
  loop
    if refill_lanes.missing > 0 and refill_lanes.tenant is not null then
      promoted := promoted + cogo.promote_backlog(lane.lane_id, refill_lanes.missing, refill_lanes.tenant, refill_lanes.at);
    end if;
    -- As many as went out; and as many as somebody came for in vain.
    perform cogo.promote_backlog(lane.lane_id, lane.popped, null, refill_lanes.at) where lane.popped > 0;
    if refill_lanes.missing > 0 and refill_lanes.tenant is null then
      promoted := promoted + cogo.promote_backlog(lane.lane_id, refill_lanes.missing, null, refill_lanes.at);
    end if;
  end loop;
  return promoted;
end;
$$;

comment on function cogo.refill_lanes(text, bigint[], integer, uuid, timestamptz) is
  'After a pop: lets jobs of the backlog follow into the lanes. Answers how many of those the caller itself came for in vain.';

revoke execute on function cogo.refill_lanes(text, bigint[], integer, uuid, timestamptz) from public;
