create function cogo.start_job_steps(flow_ids bigint[], steps smallint[], at timestamptz)
returns bigint[]
language plpgsql
security definer
set search_path = ''
as $$
#variable_conflict use_column
declare
  given record;
begin
  select
    array_agg(item.flow_id order by item.ordinal) as flow_ids,
    array_agg(item.step order by item.ordinal) as steps,
    array_agg(
      case
        -- What the call would answer, without one per run.
        when plan.input is null and plan.needs = '{}' then jsonb_build_object('input', flow.input, 'steps', '{}'::jsonb)
        else cogo.step_payload(plan.input, cogo.step_context(flow.id, flow.input, plan), null, null)
      end order by item.ordinal
    ) as payloads
  into given
  from unnest(start_job_steps.flow_ids, start_job_steps.steps) with ordinality as item (flow_id, step, ordinal)
  join cogo.workflows as flow on flow.id = item.flow_id
  join cogo.definition_steps as plan on plan.definition_id = flow.definition_id and plan.step = item.step;
  return cogo.enqueue_actions(
    given.flow_ids, given.steps, array_fill(-1, array[cardinality(given.steps)]), given.payloads, start_job_steps.at
  );
end;
$$;

comment on function cogo.start_job_steps(bigint[], smallint[], timestamptz) is 'Begins steps of kind job and tcc (its try).';

revoke execute on function cogo.start_job_steps(bigint[], smallint[], timestamptz) from public;
