create function cogo.redrive_steps(dead_ids bigint[], new_ids bigint[], at timestamptz)
returns void
language plpgsql
security definer
set search_path = ''
as $$
#variable_conflict use_column
declare
  flow_ids bigint[];
begin
  flow_ids := array(
    select distinct step_job.workflow_id from cogo.step_jobs as step_job where step_job.job_id = any(redrive_steps.dead_ids)
  );
  if cardinality(flow_ids) = 0 then
    return;
  end if;
  perform from cogo.workflows as flow where flow.id = any(flow_ids) order by flow.id for update;
  perform set_config('cogo.flows_locked', 'on', true);

  with moved as (
    update cogo.step_jobs as step_job set job_id = item.new_id
    from unnest(redrive_steps.dead_ids, redrive_steps.new_ids) as item (dead_id, new_id)
    where step_job.job_id = item.dead_id
    returning step_job.*
  ),
  revived as (
    update cogo.workflow_steps as step set
      follow_up = case moved.role when 'confirm' then 'confirming' else 'compensating' end, follow_job_id = moved.job_id
    from moved
    where step.workflow_id = moved.workflow_id and step.step = moved.step and step.item = moved.item
  )
  insert into cogo.saga_log (workflow_id, at, job_id, item, step, move)
  select moved.workflow_id, redrive_steps.at, moved.job_id, nullif(moved.item, -1), moved.step, 'redriven' from moved;

  update cogo.workflows as flow set state = case when flow.ends_as is null then 'confirming' else 'compensating' end
  where flow.id = any(flow_ids) and flow.state = 'stuck'
    and not exists (select from cogo.workflow_steps as step where step.workflow_id = flow.id and step.follow_up = 'stuck');
end;
$$;

comment on function cogo.redrive_steps(bigint[], bigint[], timestamptz) is
  'A redriven compensation or confirmation takes the place of the dead one, and its run goes on.';

revoke execute on function cogo.redrive_steps(bigint[], bigint[], timestamptz) from public;
