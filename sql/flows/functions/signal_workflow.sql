create function cogo.signal_workflow(workflow_id uuid, signal text, payload jsonb)
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
  flow cogo.workflows := cogo.find_workflow(signal_workflow.workflow_id);
  known text[] := array(
    select distinct plan.signal from cogo.definition_steps as plan
    where plan.definition_id = flow.definition_id and plan.signal is not null order by 1
  );
begin
  if (signal_workflow.signal = any(known)) is not true then
    perform cogo.refuse_argument('signal', case
      when known = '{}' then 'the workflow waits for no signal'
      else format('the workflow waits for %s', array_to_string(known, ', '))
    end);
  end if;
  perform cogo.check_json('payload', signal_workflow.payload, 262144);

  select locked.* into flow from cogo.workflows as locked where locked.id = flow.id for update;
  perform set_config('cogo.flow_locks', 'held', true);
  if flow.id is null or flow.state <> 'running' or flow.ends_as is not null then
    return jsonb_build_object('outcome', 'closed');
  end if;
  insert into cogo.workflow_signals (workflow_id, received_at, signal, payload)
  values (flow.id, at, signal_workflow.signal, coalesce(signal_workflow.payload, 'null'))
  on conflict do nothing;
  if not found then
    return jsonb_build_object('outcome', 'already_signalled');
  end if;

  update cogo.workflow_steps as begun
  set state = 'succeeded', finished_at = at, result = coalesce(signal_workflow.payload, 'null')
  from cogo.definition_steps as plan
  where begun.workflow_id = flow.id and begun.state = 'running' and plan.definition_id = flow.definition_id
    and plan.step = begun.step and plan.signal = signal_workflow.signal;
  if found then
    perform cogo.move_flows(array[flow.id], at);
  end if;
  return jsonb_build_object('outcome', 'accepted');
end;
$$;

comment on function cogo.signal_workflow(uuid, text, jsonb) is
  'Gives a run a signal: accepted (also when no step waits for it yet), already_signalled (the first one counts), or closed.';

revoke execute on function cogo.signal_workflow(uuid, text, jsonb) from public;
grant execute on function cogo.signal_workflow(uuid, text, jsonb) to authenticated, service_role;
