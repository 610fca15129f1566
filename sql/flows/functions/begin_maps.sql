create function cogo.begin_maps(begun jsonb, at timestamptz)
returns void
language plpgsql
security definer
set search_path = ''
as $$
#variable_conflict use_column
declare
  map record;
begin
  for map in
    select flow.id, item.step, cogo.resolve_refs(defined.over, cogo.flow_scope(flow)) as items
    from jsonb_to_recordset(begin_maps.begun) as item (workflow_id bigint, step smallint, kind text)
    join cogo.workflows as flow on flow.id = item.workflow_id
    join cogo.definition_steps as defined on defined.definition_id = flow.definition_id and defined.step = item.step
    where item.kind = 'map'
  loop
    if jsonb_typeof(map.items) = 'array' and jsonb_array_length(map.items) <= 1000 then
      insert into cogo.workflow_steps (workflow_id, step, item, state, started_at)
      select map.id, map.step, nth, 'running', begin_maps.at
      from generate_series(0, jsonb_array_length(map.items) - 1) as nth;
    else
      update cogo.workflow_steps as step set state = 'failed', finished_at = begin_maps.at, error = jsonb_build_object(
        'class', 'validation', 'stage', 'input', 'reason', 'validation_failed',
        'message', 'What the map goes over must be an array of at most 1000 elements.'
      )
      where step.workflow_id = map.id and step.step = map.step and step.item = -1;
    end if;
  end loop;
end;
$$;

comment on function cogo.begin_maps(jsonb, timestamptz) is
  'Writes a row per element of the maps that begin; one that goes over no array fails.';

revoke execute on function cogo.begin_maps(jsonb, timestamptz) from public;
