create function cogo.cancel_workflow(workflow_id uuid, reason text, compensate boolean)
returns jsonb
language plpgsql
security definer
set search_path = ''
set plan_cache_mode = force_generic_plan
set enable_seqscan = off
set enable_hashjoin = off
set enable_mergejoin = off
set jit = off
as $$
#variable_conflict use_column
declare
  at timestamptz := cogo.now_();
  flow cogo.workflows := cogo.find_workflow(cancel_workflow.workflow_id);
begin
  if length(cancel_workflow.reason) > 1000 then
    perform cogo.refuse_argument('reason', 'it must have at most 1000 characters');
  end if;
  select locked.* into flow from cogo.workflows as locked where locked.id = flow.id for update;
  perform set_config('cogo.flow_locks', 'held', true);
  if flow.id is null or flow.finished_at is not null then
    return jsonb_build_object('outcome', 'already_closed', 'state', flow.state);
  end if;
  if flow.state <> 'running' or flow.ends_as is not null then
    return jsonb_build_object('outcome', 'already_ending', 'state', flow.state);
  end if;

  perform cogo.end_flows(array[flow.id], 'cancelled', jsonb_build_object(
    'class', 'cancelled', 'reason', 'cancelled', 'message', coalesce(cancel_workflow.reason, 'The workflow was cancelled.')
  ), coalesce(cancel_workflow.compensate, true), at);
  perform cogo.move_flows(array[flow.id], at);
  select now_flow.* into flow from cogo.workflows as now_flow where now_flow.id = flow.id;
  return jsonb_build_object(
    'outcome', case when flow.finished_at is null then 'cancel_requested' else 'cancelled' end, 'state', flow.state
  );
end;
$$;

comment on function cogo.cancel_workflow(uuid, text, boolean) is
  'Ends a run: its open jobs are asked to stop, and a saga undoes what was done unless told not to. Answers cancelled, cancel_requested, already_ending or already_closed.';

revoke execute on function cogo.cancel_workflow(uuid, text, boolean) from public;
grant execute on function cogo.cancel_workflow(uuid, text, boolean) to authenticated, service_role;
