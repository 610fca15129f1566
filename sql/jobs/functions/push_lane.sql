create function cogo.push_lane(lane_id smallint, job_ids bigint[], attempts smallint[], at timestamptz)
returns void
language plpgsql
security definer
set search_path = ''
as $$
declare
  fair_window integer;
  heir smallint;
begin
  select lane.fair_window, lane.moved_to_lane_id into fair_window, heir from cogo.lanes as lane where lane.lane_id = push_lane.lane_id;
  if heir is not null then
    perform cogo.push_lane(heir, push_lane.job_ids, push_lane.attempts, push_lane.at);
    return;
  end if;
  if fair_window is null then
    perform pgmq.cogo_push(push_lane.lane_id, push_lane.job_ids, push_lane.attempts, push_lane.at);
  else
    perform cogo.admit(push_lane.lane_id, fair_window, push_lane.job_ids, push_lane.attempts, push_lane.at);
  end if;
end;
$$;

comment on function cogo.push_lane(smallint, bigint[], smallint[], timestamptz) is
  'Makes jobs ready in one lane, in the one that took its place, or lets them wait for their tenants turn where the lane has a window.';

revoke execute on function cogo.push_lane(smallint, bigint[], smallint[], timestamptz) from public;
