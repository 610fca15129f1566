create function cogo.step_payload(flow cogo.workflows, defined cogo.definition_steps, scope jsonb)
returns jsonb
language plpgsql
stable
security definer
set search_path = ''
as $$
begin
  if defined.input is not null then
    return cogo.resolve_refs(defined.input, scope);
  elsif defined.kind = 'map' then
    return jsonb_build_object('item', scope -> 'item', 'index', scope -> 'index');
  end if;
  return jsonb_build_object('input', flow.input, 'steps', (
    select coalesce(jsonb_object_agg(need.name, coalesce(scope -> 'steps' -> need.name, 'null')), '{}')
    from cogo.definition_steps as need
    where need.definition_id = defined.definition_id and need.step = any(defined.needs)
  ));
end;
$$;

comment on function cogo.step_payload(cogo.workflows, cogo.definition_steps, jsonb) is
  'What a step is given: its input with references resolved, or what its needs answered.';

revoke execute on function cogo.step_payload(cogo.workflows, cogo.definition_steps, jsonb) from public;
