create function cogo.end_in_long_lanes(job_ids bigint[], longer_than integer, at timestamptz)
returns integer
language plpgsql
security definer
set search_path = ''
set jit = off
as $$
#variable_conflict use_column
declare
  lane record;
  taken record;
  flows boolean;
  ended integer := 0;
begin
  for lane in
    select hint.queue_name, hint.floor_at from cogo.lane_hints(null) as hint
    where hint.tail - hint.floor_at > end_in_long_lanes.longer_than and exists (
      select from cogo.jobs as job
      left join cogo.lane_moves as move on move.from_lane_id = job.lane_id
      where job.id = any (end_in_long_lanes.job_ids) and hint.lane_id in (job.lane_id, move.to_lane_id)
        and not exists (select from cogo.attempts as final where final.job_id = job.id and final.final)
    )
  loop
    execute format(
      $sql$
        with gone as (
          delete from pgmq.%1$I where ctid = any (array(
            select queued.ctid from pgmq.%1$I as queued
            where queued.msg_id > %2$s and (queued.message ->> 'job_id')::bigint = any ($1) for update skip locked
          ))
          returning (message ->> 'job_id')::bigint as job_id, coalesce((message ->> 'attempt')::smallint, 1::smallint) as attempt
        )
        select array_agg(gone.job_id) as job_ids, array_agg(gone.attempt) as attempts from gone
      $sql$, 'q_' || lane.queue_name, lane.floor_at
    ) into taken using end_in_long_lanes.job_ids;
    if taken.job_ids is not null then
      flows := exists (select from cogo.step_jobs) and cogo.defer_flows();
      perform cogo.close_unheld(taken.job_ids, taken.attempts, end_in_long_lanes.at);
      if flows then
        perform cogo.advance_deferred(end_in_long_lanes.at);
      end if;
      perform cogo.forget_wishes(taken.job_ids);
      ended := ended + cardinality(taken.job_ids);
    end if;
  end loop;
  return ended;
end;
$$;

comment on function cogo.end_in_long_lanes(bigint[], integer, timestamptz) is
  'Closes those of some cancelled jobs that are ready in a lane so long that cancel_jobs leaves them to the claim that pops them: no worker may ever come. Reads the whole lane. Answers how many.';

revoke execute on function cogo.end_in_long_lanes(bigint[], integer, timestamptz) from public;
