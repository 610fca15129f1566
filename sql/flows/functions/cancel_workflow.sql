create function cogo.cancel_workflow(workflow_id uuid, reason text, compensate boolean)
returns jsonb
language plpgsql
security definer
set search_path = ''
as $$
#variable_conflict use_column
declare
  at timestamptz := cogo.now_();
  flow cogo.workflows := cogo.find_flow(cancel_workflow.workflow_id);
  outcome text;
begin
  if length(cancel_workflow.reason) > 1000 then
    perform cogo.refuse_argument('reason', 'it must have at most 1000 characters');
  end if;
  select locked.* into flow from cogo.workflows as locked where locked.id = flow.id for update;
  perform set_config('cogo.flows_locked', 'on', true);
  outcome := case
    when flow.state = 'running' then 'cancelling'
    when flow.state = 'cancelled' then 'cancelled'
    when flow.finished_at is not null then 'already_closed'
    when flow.ends_as is not null then 'already_going_back'
    else 'too_late'
  end;
  if outcome = 'cancelling' then
    perform cogo.back_out(array[flow.id], 'cancelled', coalesce(cancel_workflow.compensate, true), jsonb_strip_nulls(jsonb_build_object(
      'message', 'The run was cancelled.', 'reason', cancel_workflow.reason
    )), at);
    perform cogo.read_flow_inbox(at, 20);
    select now_standing.* into flow from cogo.workflows as now_standing where now_standing.id = flow.id;
  end if;
  return jsonb_build_object('outcome', case when flow.state = 'cancelled' then 'cancelled' else outcome end, 'state', flow.state);
end;
$$;

comment on function cogo.cancel_workflow(uuid, text, boolean) is
  'Makes a run stop and, unless compensate is false, undo what it did. Confirming runs go on: too_late. Errors: workflow_not_found (404), bad_argument (400).';

revoke execute on function cogo.cancel_workflow(uuid, text, boolean) from public;
grant execute on function cogo.cancel_workflow(uuid, text, boolean) to authenticated, service_role;
