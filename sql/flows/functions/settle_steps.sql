create function cogo.settle_steps(flow_ids bigint[], only_job_ids bigint[], at timestamptz)
returns void
language plpgsql
security definer
set search_path = ''
as $$
#variable_conflict use_column
declare
  ended jsonb;
begin
  select jsonb_agg(jsonb_build_object(
    'job_id', step_job.job_id, 'workflow_id', step_job.workflow_id, 'step', step_job.step, 'item', step_job.item,
    'role', step_job.role, 'outcome', final.outcome, 'attempts', final.attempt, 'result', final.result, 'error', final.error,
    'acted', exists (
      select from cogo.attempts as tried where tried.job_id = step_job.job_id and (tried.started_at is not null or tried.outcome = 'lease_expired')
    )
  ) order by step_job.job_id)
  into ended
  from cogo.step_jobs as step_job
  join cogo.attempts as final on final.job_id = step_job.job_id and final.final
  where step_job.workflow_id = any(settle_steps.flow_ids)
    and (settle_steps.only_job_ids is null or step_job.job_id = any(settle_steps.only_job_ids));
  if ended is null then
    return;
  end if;

  update cogo.workflow_steps as step set
    state = case when item.outcome = 'cancelled' and step.error ->> 'reason' = 'timeout' then 'failed' else item.outcome end,
    finished_at = settle_steps.at, attempts = item.attempts, result = item.result,
    error = coalesce(item.error, step.error),
    follow_up = case
      when not flow.undo then null
      when item.outcome = 'succeeded' and (defined.undo_type is not null or defined.confirm_type is not null) then 'owed'
      when defined.undo_type is not null and item.acted and (item.error ->> 'class') is distinct from 'validation' then 'owed'
    end
  from jsonb_to_recordset(ended) as item (
    job_id bigint, workflow_id bigint, step smallint, item integer, role text, outcome text, attempts smallint, result jsonb,
    error jsonb, acted boolean
  )
  join cogo.workflows as flow on flow.id = item.workflow_id
  join cogo.definition_steps as defined on defined.definition_id = flow.definition_id and defined.step = item.step
  where item.role = 'action' and step.workflow_id = item.workflow_id and step.step = item.step and step.item = item.item
    and step.state = 'running';

  -- Nobody can cancel an undoing away: a new job takes the place of a cancelled one. A dead one waits for its redrive.
  update cogo.workflow_steps as step set
    follow_up = case
      when item.outcome = 'succeeded' then case when item.role = 'confirm' then 'confirmed' else 'compensated' end
      when item.outcome = 'cancelled' then 'owed'
      else 'stuck'
    end
  from jsonb_to_recordset(ended) as item (workflow_id bigint, step smallint, item integer, role text, outcome text)
  where item.role <> 'action' and step.workflow_id = item.workflow_id and step.step = item.step and step.item = item.item
    and step.follow_up in ('compensating', 'confirming');

  delete from cogo.step_jobs
  using jsonb_to_recordset(ended) as item (job_id bigint, role text, outcome text)
  where step_jobs.job_id = item.job_id and (item.role = 'action' or item.outcome <> 'failed');
  perform cogo.log_steps(ended, settle_steps.at);
end;
$$;

comment on function cogo.settle_steps(bigint[], bigint[], timestamptz) is
  'Records the ends of jobs in the steps that they belong to; a result stands there from now on.';

revoke execute on function cogo.settle_steps(bigint[], bigint[], timestamptz) from public;
