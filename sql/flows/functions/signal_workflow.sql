create function cogo.signal_workflow(workflow_id uuid, signal text, payload jsonb)
returns text
language plpgsql
security definer
set search_path = ''
as $$
#variable_conflict use_column
declare
  at timestamptz := cogo.now_();
  flow cogo.workflows := cogo.find_flow(signal_workflow.workflow_id);
  waiting smallint[];
begin
  if (signal_workflow.signal ~ '^[a-z][a-zA-Z0-9_-]{0,62}$') is not true then
    perform cogo.refuse_argument('signal', 'it must be a name like approved');
  elsif signal_workflow.payload is null or octet_length(signal_workflow.payload::text) > 262144 then
    perform cogo.refuse_argument('payload', 'it must be JSON of at most 262144 bytes');
  end if;
  if not exists (
    select from cogo.definition_steps as step where step.definition_id = flow.definition_id and step.signal = signal_workflow.signal
  ) then
    perform cogo.refuse_argument('signal', format('no step of this workflow waits for %L', signal_workflow.signal));
  end if;

  select locked.* into flow from cogo.workflows as locked where locked.id = flow.id for update;
  perform set_config('cogo.flows_locked', 'on', true);
  if exists (select from cogo.workflow_signals as first where first.workflow_id = flow.id and first.signal = signal_workflow.signal) then
    return 'already_signalled';
  elsif flow.state <> 'running' then
    return 'closed';
  end if;
  insert into cogo.workflow_signals (workflow_id, received_at, signal, payload)
  values (flow.id, at, signal_workflow.signal, signal_workflow.payload);

  select array_agg(step.step) into waiting
  from cogo.definition_steps as step
  join cogo.workflow_steps as begun on begun.workflow_id = flow.id and begun.step = step.step and begun.state = 'running'
  where step.definition_id = flow.definition_id and step.kind = 'signal' and step.signal = signal_workflow.signal;
  if waiting is not null then
    perform cogo.take_early_signals((
      select jsonb_agg(jsonb_build_object('workflow_id', flow.id, 'step', step, 'kind', 'signal', 'signal', signal_workflow.signal))
      from unnest(waiting) as step
    ), at);
    perform cogo.move_flows(array[flow.id], at);
    perform cogo.read_flow_inbox(at, 20);
  end if;
  return 'accepted';
end;
$$;

comment on function cogo.signal_workflow(uuid, text, jsonb) is
  'Gives a run a signal. The first of a name wins, and may come before the step that waits for it. Errors: workflow_not_found (404), bad_argument (400).';

revoke execute on function cogo.signal_workflow(uuid, text, jsonb) from public;
grant execute on function cogo.signal_workflow(uuid, text, jsonb) to authenticated, service_role;
