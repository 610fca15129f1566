create function cogo.fold_executor_minutes(after_id bigint, up_to bigint, at timestamptz)
returns void
language plpgsql
security definer
set search_path = ''
set enable_hashjoin = off
set enable_mergejoin = off
as $$
begin
  -- The jobs of one row are of one executor, as one worker claims and ends them: its first job speaks for all.
  with told as materialized (
    select
      lane.executor, date_trunc('minute', event.ts) as minute, event.type, cardinality(event.job_ids) as jobs,
      extract(epoch from ended.finished_at - ended.started_at) * 1000 as run_ms,
      case when event.type = 'job_claimed' and not exists (
        select from cogo.attempts as earlier where earlier.job_id = event.job_ids[1] and earlier.fence < event.fence
      ) then least(greatest(ceil(log(2, greatest(extract(epoch from event.ts - job.created_at) * 1000, 1))), 0), 31)::integer + 1 end as class
    from cogo.events as event
    cross join lateral (
      select body.lane_id, body.created_at from cogo.jobs as body where body.id = event.job_ids[1] limit 1
    ) as job
    join cogo.lanes as lane on lane.lane_id = job.lane_id
    left join lateral (
      select attempt.started_at, attempt.finished_at from cogo.attempts as attempt
      where attempt.job_id = event.job_ids[1] and attempt.fence = event.fence limit 1
    ) as ended on event.type in ('job_succeeded', 'job_failed', 'job_retried')
    where event.id > fold_executor_minutes.after_id and event.id <= fold_executor_minutes.up_to
      and event.type in ('job_enqueued', 'job_claimed', 'job_succeeded', 'job_failed', 'job_retried', 'job_lease_expired')
  )
  insert into cogo.executor_minutes as total (
    executor, minute, arrived, claimed, succeeded, failed, retried, runs, run_ms, waits
  )
  select
    told.executor, told.minute,
    coalesce(sum(told.jobs) filter (where told.type in ('job_enqueued', 'job_retried', 'job_lease_expired')), 0),
    coalesce(sum(told.jobs) filter (where told.type = 'job_claimed'), 0),
    coalesce(sum(told.jobs) filter (where told.type = 'job_succeeded'), 0),
    coalesce(sum(told.jobs) filter (where told.type = 'job_failed'), 0),
    coalesce(sum(told.jobs) filter (where told.type = 'job_retried'), 0),
    coalesce(sum(told.jobs) filter (where told.run_ms is not null), 0),
    coalesce(sum(told.jobs * told.run_ms), 0),
    array(
      select coalesce((
        select sum(one.jobs) from told as one
        where one.class = nth and one.executor = told.executor and one.minute = told.minute
      ), 0)::bigint from generate_series(1, 32) as nth
    )
  from told
  group by told.executor, told.minute
  on conflict (executor, minute) do update set
    arrived = total.arrived + excluded.arrived, claimed = total.claimed + excluded.claimed,
    succeeded = total.succeeded + excluded.succeeded, failed = total.failed + excluded.failed,
    retried = total.retried + excluded.retried, runs = total.runs + excluded.runs, run_ms = total.run_ms + excluded.run_ms,
    waits = array(select before + now_ from unnest(total.waits, excluded.waits) with ordinality as item (before, now_, nth) order by nth);

  delete from cogo.executor_minutes as old where old.minute < fold_executor_minutes.at - interval '1 day';
end;
$$;

comment on function cogo.fold_executor_minutes(bigint, bigint, timestamptz) is
  'Adds settled events to cogo.executor_minutes: a look-up or two by key per event row, not per job.';

revoke execute on function cogo.fold_executor_minutes(bigint, bigint, timestamptz) from public;
