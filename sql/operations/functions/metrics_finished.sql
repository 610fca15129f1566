create function cogo.metrics_finished(first_id bigint, since timestamptz, tenant uuid)
returns jsonb
language plpgsql
stable
security definer
set search_path = ''
as $$
declare
  figures jsonb;
begin
  with closing as (
    select event.job_ids
    from cogo.events as event
    where event.id >= metrics_finished.first_id
      and event.ts >= metrics_finished.since
      and event.type in ('job_succeeded', 'job_failed', 'job_cancelled')
    order by event.id desc
  ),
  picked as materialized (
    select named.job_id from closing, unnest(closing.job_ids) as named (job_id) limit 5000
  ),
  finished as materialized (
    select
      job.type,
      lane.executor,
      final.outcome,
      -- A retry's wait is the policy's, not the queue's: only first tries tell how long work waited.
      case when final.attempt = 1 then cogo.milliseconds(job.created_at, final.claimed_at) end as wait_ms,
      case when final.outcome <> 'cancelled' then cogo.milliseconds(final.started_at, final.finished_at) end as run_ms
    from picked
    -- By key, one after the other: a hash join would read all jobs there ever were.
    cross join lateral (
      select * from cogo.attempts as attempt where attempt.job_id = picked.job_id and attempt.final limit 1
    ) as final
    cross join lateral (select * from cogo.jobs as body where body.id = picked.job_id limit 1) as job
    left join cogo.lanes as lane on lane.lane_id = job.lane_id
    where metrics_finished.tenant is null or job.tenant_id = metrics_finished.tenant
  ),
  grouped as (
    select
      grouping(finished.type) as is_executor,
      count(*) as jobs,
      jsonb_build_object(
        'name', coalesce(finished.executor, finished.type),
        'succeeded', count(*) filter (where outcome = 'succeeded'),
        'failed', count(*) filter (where outcome = 'failed'),
        'cancelled', count(*) filter (where outcome = 'cancelled'),
        'wait_ms', cogo.spread(array_agg(wait_ms)),
        'run_ms', cogo.spread(array_agg(run_ms))
      ) as line
    from finished
    group by grouping sets ((finished.executor), (finished.type))
  )
  select jsonb_build_object(
    'sample', (select count(*) from finished),
    'is_capped', (select count(*) = 5000 from picked),
    'wait_ms', (select cogo.spread(array_agg(wait_ms)) from finished),
    'run_ms', (select cogo.spread(array_agg(run_ms)) from finished),
    'by_executor', coalesce((select jsonb_agg(line order by jobs desc) from grouped where is_executor = 1), '[]'),
    'by_type', coalesce(
      (select jsonb_agg(line order by jobs desc) from (select * from grouped where is_executor = 0 order by jobs desc limit 20) as top),
      '[]'
    )
  )
  into figures;
  return figures;
end;
$$;

comment on function cogo.metrics_finished(bigint, timestamptz, uuid) is
  'Wait (first try: created to claimed) and run times of the newest 5,000 jobs closed since an event and a time, together, by executor and by the 20 commonest types.';

revoke execute on function cogo.metrics_finished(bigint, timestamptz, uuid) from public;
