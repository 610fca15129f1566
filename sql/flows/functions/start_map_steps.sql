create function cogo.start_map_steps(flow_ids bigint[], steps smallint[], at timestamptz)
returns bigint[]
language plpgsql
security definer
set search_path = ''
as $$
#variable_conflict use_column
declare
  part record;
  again bigint[] := '{}'::bigint[];
  elements record;
  problem text;
begin
  for part in
    select flow.id as flow_id, plan.step, plan.input, context.value as context,
      cogo.resolve_references(plan.over, context.value) as over
    from unnest(start_map_steps.flow_ids, start_map_steps.steps) as item (flow_id, step)
    join cogo.workflows as flow on flow.id = item.flow_id
    join cogo.definition_steps as plan on plan.definition_id = flow.definition_id and plan.step = item.step,
    lateral cogo.step_context(flow.id, flow.input, plan) as context (value)
    order by flow.id, plan.step
  loop
    problem := case
      when jsonb_typeof(part.over) <> 'array' then format('over is %s, not an array.', jsonb_typeof(part.over))
      when jsonb_array_length(part.over) > 1000 then format('over has %s elements, the limit is 1000.', jsonb_array_length(part.over))
    end;
    insert into cogo.workflow_steps (workflow_id, started_at, finished_at, step, state, error, result)
    select
      part.flow_id, start_map_steps.at, case when is_over then start_map_steps.at end, part.step,
      case when problem is not null then 'failed' when is_over then 'succeeded' else 'running' end,
      case when problem is not null then jsonb_build_object(
        'class', 'validation', 'reason', 'validation_failed', 'stage', 'input', 'message', problem
      ) end,
      case when problem is null and is_over then '[]'::jsonb end
    from (select problem is not null or part.over = '[]' as is_over) as judged;

    if problem is not null or part.over = '[]' then
      again := again || part.flow_id;
    else
      select
        array_agg((element.ordinal - 1)::integer order by element.ordinal) as items,
        array_agg(
          cogo.step_payload(part.input, part.context, element.value, (element.ordinal - 1)::integer) order by element.ordinal
        ) as payloads
      into elements
      from jsonb_array_elements(part.over) with ordinality as element (value, ordinal);
      again := again || cogo.enqueue_actions(
        array_fill(part.flow_id, array[cardinality(elements.items)]),
        array_fill(part.step, array[cardinality(elements.items)]), elements.items, elements.payloads, start_map_steps.at
      );
    end if;
  end loop;
  return again;
end;
$$;

comment on function cogo.start_map_steps(bigint[], smallint[], timestamptz) is
  'Begins map steps: a job per element of over. No elements = succeeded at once; no array, or more than 1000 = failed at once.';

revoke execute on function cogo.start_map_steps(bigint[], smallint[], timestamptz) from public;
