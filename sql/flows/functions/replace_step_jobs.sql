create function cogo.replace_step_jobs(dead bigint[], new_ids bigint[], at timestamptz)
returns void
language plpgsql
security definer
set search_path = ''
as $$
#variable_conflict use_column
declare
  flow_ids bigint[] := cogo.lock_flows_of(replace_step_jobs.dead);
begin
  if flow_ids = '{}' then
    return;
  end if;

  with moved as (
    update cogo.step_jobs as link set job_id = item.new_id
    from unnest(replace_step_jobs.dead, replace_step_jobs.new_ids) as item (dead_id, new_id)
    where link.job_id = item.dead_id
    returning link.*
  ),
  told as (
    insert into cogo.saga_log (workflow_id, at, job_id, item, step, move)
    select workflow_id, replace_step_jobs.at, job_id, item, step, 'redriven' from moved
  )
  update cogo.workflow_steps as begun
  set follow_up = case moved.role when 'confirm' then 'confirming' else 'compensating' end, follow_job_id = moved.job_id
  from moved
  where begun.workflow_id = moved.workflow_id and begun.step = moved.step and begun.item = moved.item;

  update cogo.workflows as flow set state = case when flow.ends_as is null then 'confirming' else 'compensating' end
  where flow.id = any(flow_ids) and flow.state = 'stuck' and not exists (
    select from cogo.workflow_steps as other where other.workflow_id = flow.id and other.follow_up = 'stuck'
  );
end;
$$;

comment on function cogo.replace_step_jobs(bigint[], bigint[], timestamptz) is
  'Redriven compensations and confirms take the places of the dead ones; a run that was stuck only for them goes on.';

revoke execute on function cogo.replace_step_jobs(bigint[], bigint[], timestamptz) from public;
