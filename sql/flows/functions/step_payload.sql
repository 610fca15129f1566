create function cogo.step_payload(template jsonb, context jsonb, item jsonb, index integer)
returns jsonb
language plpgsql
immutable
set search_path = ''
as $$
begin
  if index >= 0 then
    context := context || jsonb_build_object('item', item, 'index', index);
  end if;
  return case when template is null then context else cogo.resolve_references(template, context) end;
end;
$$;

comment on function cogo.step_payload(jsonb, jsonb, jsonb, integer) is
  'The payload of a step''s job: its input with references resolved, else {input, steps}; elements of a map (index >= 0) have item and index too.';

revoke execute on function cogo.step_payload(jsonb, jsonb, jsonb, integer) from public;
