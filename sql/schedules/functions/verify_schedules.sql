create function cogo.verify_schedules()
returns table (invariant text, problem text, sample jsonb)
language plpgsql
stable
security definer
set search_path = ''
as $$
begin
  return query
  select 'a run of a schedule has a job of its own', format('%s share theirs', count(*)), jsonb_agg(bad.job_id)
  from (
    select run.job_id from cogo.schedule_runs as run
    where run.job_id is not null group by run.job_id having count(*) > 1 limit 5
  ) as bad
  having count(*) > 0
  union all
  select 'a schedule is planned unless it is paused or over', format('%s are not', count(*)), jsonb_agg(schedule.id)
  from cogo.schedules as schedule
  where not schedule.paused and schedule.next_due_at is null and cogo.next_due(schedule, cogo.now_()) is not null
  having count(*) > 0
  union all
  select 'a schedule runs at its due time and jitter', format('%s do not', count(*)), jsonb_agg(schedule.id)
  from cogo.schedules as schedule
  where schedule.next_run_at <> cogo.planned_run(schedule.id, schedule.jitter_seconds, schedule.next_due_at)
  having count(*) > 0
  union all
  select 'runs that may not overlap do not', format('%s schedules have two open', count(*)), jsonb_agg(bad.id)
  from (
    select schedule.id
    from cogo.schedules as schedule
    join cogo.schedule_runs as run
      on run.schedule_id = schedule.id and run.state = 'started' and run.settled_at > schedule.changed_at
    join cogo.jobs as job on job.id = run.job_id
    where schedule.overlap <> 'allow'
      and not exists (select from cogo.attempts as final where final.job_id = run.job_id and final.final)
    group by schedule.id having count(*) > 1
    limit 5
  ) as bad
  having count(*) > 0
  union all
  select 'a run''s job is its schedule''s tenant''s', format('%s are another''s', count(*)), jsonb_agg(run.job_id)
  from cogo.schedule_runs as run
  join cogo.schedules as schedule on schedule.id = run.schedule_id
  join cogo.jobs as job on job.id = run.job_id
  where job.tenant_id <> schedule.tenant_id
  having count(*) > 0;
end;
$$;

comment on function cogo.verify_schedules() is 'The part of cogo.verify about schedules and their runs.';

revoke execute on function cogo.verify_schedules() from public;
