create function cogo.stop_steps(flow_ids bigint[], at timestamptz)
returns void
language plpgsql
security definer
set search_path = ''
as $$
#variable_conflict use_column
begin
  delete from cogo.workflow_timers as timer where timer.workflow_id = any(stop_steps.flow_ids) and timer.kind <> 'force';

  update cogo.workflow_steps as step set state = 'cancelled', finished_at = stop_steps.at
  from cogo.workflows as flow
  join cogo.definition_steps as defined on defined.definition_id = flow.definition_id and defined.kind in ('sleep', 'signal')
  where flow.id = any(stop_steps.flow_ids) and step.workflow_id = flow.id and step.step = defined.step and step.state = 'running';

  -- Wishes are written by whoever reads the inbox: this transaction holds runs and must not wait for anybody's job.
  insert into cogo.flow_inbox (workflow_id, job_id, kind)
  select step_job.workflow_id, step_job.job_id, 'wish' from cogo.step_jobs as step_job
  where step_job.workflow_id = any(stop_steps.flow_ids) and step_job.role = 'action'
    and not exists (select from cogo.cancels where cancels.job_id = step_job.job_id)
    and not exists (
      select from cogo.flow_inbox as sent where sent.workflow_id = step_job.workflow_id and sent.job_id = step_job.job_id and sent.kind = 'wish'
    );

  insert into cogo.flow_inbox (workflow_id, kind)
  select child.id, 'cancel' from cogo.workflows as child
  where child.parent_id = any(stop_steps.flow_ids) and child.state in ('running', 'confirming')
    and not exists (select from cogo.flow_inbox as sent where sent.workflow_id = child.id and sent.kind = 'cancel');
end;
$$;

comment on function cogo.stop_steps(bigint[], timestamptz) is
  'Asks what is open in runs that go back to stop: waits end at once, jobs and child runs get a wish.';

revoke execute on function cogo.stop_steps(bigint[], timestamptz) from public;
