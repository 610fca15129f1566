create function cogo.fail_flows(flow_ids bigint[], at timestamptz)
returns void
language plpgsql
security definer
set search_path = ''
as $$
#variable_conflict use_column
declare
  failed bigint[];
begin
  with first_failure as (
    select distinct on (step.workflow_id) step.workflow_id, defined.name, step.state, step.error
    from cogo.workflow_steps as step
    join cogo.workflows as flow on flow.id = step.workflow_id
    join cogo.definition_steps as defined on defined.definition_id = flow.definition_id and defined.step = step.step
    where step.workflow_id = any(fail_flows.flow_ids) and flow.state = 'running' and step.item = -1
      and step.state in ('failed', 'cancelled') and not defined.optional
    order by step.workflow_id, step.finished_at, step.step
  )
  update cogo.workflows as flow set
    state = 'compensating', ends_as = case when defined.saga then 'compensated' else 'failed' end,
    error = jsonb_build_object(
      'step', first_failure.name, 'state', first_failure.state, 'error', first_failure.error,
      'message', format('Step %s %s.', first_failure.name, first_failure.state)
    )
  from first_failure, cogo.workflow_definitions as defined
  where flow.id = first_failure.workflow_id and defined.id = flow.definition_id;

  select array_agg(flow.id) into failed
  from cogo.workflows as flow
  where flow.id = any(fail_flows.flow_ids) and flow.state = 'compensating'
    and exists (select from cogo.workflow_timers as timer where timer.workflow_id = flow.id and timer.kind <> 'force'
      union all select from cogo.workflow_steps as open where open.workflow_id = flow.id and open.state = 'running');
  if failed is not null then
    perform cogo.stop_steps(failed, fail_flows.at);
  end if;
end;
$$;

comment on function cogo.fail_flows(bigint[], timestamptz) is
  'Runs with a failed step that is not optional go back from here: what is open is asked to stop.';

revoke execute on function cogo.fail_flows(bigint[], timestamptz) from public;
