create function cogo.time_out_jobs(due jsonb, at timestamptz)
returns void
language plpgsql
security definer
set search_path = ''
as $$
#variable_conflict use_column
begin
  -- Softly first: its worker may still finish. After the longest lease the job is taken from it.
  insert into cogo.flow_inbox (workflow_id, job_id, kind)
  select step_job.workflow_id, step_job.job_id, case item.kind when 'timeout' then 'wish' else 'force' end
  from jsonb_to_recordset(time_out_jobs.due) as item (workflow_id bigint, step smallint, kind text)
  join cogo.step_jobs as step_job
    on step_job.workflow_id = item.workflow_id and step_job.step = item.step and step_job.role = 'action'
  where item.kind in ('timeout', 'force');

  insert into cogo.workflow_timers (workflow_id, step, kind, due_at)
  select distinct item.workflow_id, item.step, 'force', time_out_jobs.at + interval '120 seconds'
  from jsonb_to_recordset(time_out_jobs.due) as item (workflow_id bigint, step smallint, kind text)
  join cogo.step_jobs as step_job
    on step_job.workflow_id = item.workflow_id and step_job.step = item.step and step_job.role = 'action'
  where item.kind = 'timeout'
  on conflict do nothing;
end;
$$;

comment on function cogo.time_out_jobs(jsonb, timestamptz) is
  'Steps whose time is over: their jobs are asked to stop, and taken from their workers later on.';

revoke execute on function cogo.time_out_jobs(jsonb, timestamptz) from public;
