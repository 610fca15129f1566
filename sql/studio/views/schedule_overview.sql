create view cogo.schedule_overview with (security_invoker = true) as
select
  schedule.id,
  schedule.name,
  schedule.tenant_id,
  coalesce(schedule.cron || ' (' || schedule.time_zone || ')', 'every ' || schedule.every_seconds || ' s') as timing,
  coalesce('job ' || (schedule.job ->> 'type'), 'workflow ' || (schedule.workflow ->> 'name')) as starts,
  case
    when schedule.paused then 'paused'
    when schedule.next_due_at is null then 'over'
    when schedule.next_run_at < cogo.now_() - interval '60 seconds' then 'late'
    else 'due'
  end as state,
  schedule.next_run_at,
  last.state as last_state,
  coalesce(last.reason, last.error ->> 'message') as last_reason,
  last.due_at as last_due_at,
  date_trunc('milliseconds', last.settled_at - last.planned_at) as last_lag,
  last.job_id as last_job_id,
  last.workflow_id as last_workflow_id,
  schedule.missed,
  schedule.overlap
from cogo.schedules as schedule
left join lateral (
  select run.* from cogo.schedule_runs as run where run.schedule_id = schedule.id order by run.due_at desc limit 1
) as last on true;

comment on view cogo.schedule_overview is
  'Every schedule with its next and its last run, for people. select api.run_schedule_now(name) runs one at once. What pg_cron runs is the engine''s own upkeep.';
comment on column cogo.schedule_overview.id is 'In the order in which they were made.';
comment on column cogo.schedule_overview.name is 'A tenant''s name for it.';
comment on column cogo.schedule_overview.tenant_id is 'Whose it is; zeros = an operator''s.';
comment on column cogo.schedule_overview.timing is 'Its cron expression with its time zone, or its step.';
comment on column cogo.schedule_overview.starts is 'What each run starts.';
comment on column cogo.schedule_overview.state is 'due; late: a minute behind, look whether the clock ticks; paused; over: its end has come.';
comment on column cogo.schedule_overview.next_run_at is 'When it runs next, with its jitter.';
comment on column cogo.schedule_overview.last_state is 'What became of the last due time: started, skipped, failed or waiting.';
comment on column cogo.schedule_overview.last_reason is 'Why it was skipped or failed.';
comment on column cogo.schedule_overview.last_due_at is 'The last due time.';
comment on column cogo.schedule_overview.last_lag is 'How much later than planned it was dealt with.';
comment on column cogo.schedule_overview.last_job_id is 'The job that it started.';
comment on column cogo.schedule_overview.last_workflow_id is 'The workflow that it started.';
comment on column cogo.schedule_overview.missed is 'What happens to runs that were missed: skip, one or all.';
comment on column cogo.schedule_overview.overlap is 'What happens while the run before goes on: allow, skip, buffer_one or cancel_previous.';
