create function cogo.accept_follow_ups(dead bigint[], at timestamptz)
returns void
language plpgsql
security definer
set search_path = ''
as $$
#variable_conflict use_column
declare
  flow_ids bigint[] := cogo.lock_flows_of(accept_follow_ups.dead);
begin
  if flow_ids = '{}' then
    return;
  end if;

  with gone as (
    delete from cogo.step_jobs as link where link.job_id = any(accept_follow_ups.dead) and link.role <> 'action'
    returning link.*
  ),
  told as (
    insert into cogo.saga_log (workflow_id, at, job_id, item, step, move)
    select workflow_id, accept_follow_ups.at, job_id, item, step, 'accepted' from gone
  )
  update cogo.workflow_steps as begun
  set follow_up = case gone.role when 'confirm' then 'confirmed' else 'compensated' end
  from gone
  where begun.workflow_id = gone.workflow_id and begun.step = gone.step and begun.item = gone.item;

  update cogo.workflows as flow set state = case when flow.ends_as is null then 'confirming' else 'compensating' end
  where flow.id = any(flow_ids) and flow.state = 'stuck' and not exists (
    select from cogo.workflow_steps as other where other.workflow_id = flow.id and other.follow_up = 'stuck'
  );
  perform cogo.settle_flows('{}', flow_ids, accept_follow_ups.at);
end;
$$;

comment on function cogo.accept_follow_ups(bigint[], timestamptz) is
  'Whoever discards a dead compensation or confirm has done it by hand, or lives without it: its step counts as undone or confirmed, the saga log says that it was accepted, and the run goes on.';

revoke execute on function cogo.accept_follow_ups(bigint[], timestamptz) from public;
