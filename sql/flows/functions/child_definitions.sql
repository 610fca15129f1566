create function cogo.child_definitions(
  definition jsonb,
  out ids jsonb,
  out depth smallint
)
language plpgsql
stable
security definer
set search_path = ''
as $$
declare
  item record;
  child cogo.workflow_definitions;
begin
  ids := '{}';
  depth := 1;
  for item in
    select step ->> 'name' as name, step ->> 'workflow' as workflow
    from jsonb_array_elements(definition -> 'steps') as step where step ->> 'kind' = 'workflow'
  loop
    child := cogo.current_definition(item.workflow, null);
    if child.id is null then
      perform cogo.refuse_argument(
        format('step %L', item.name), format('no workflow %L is registered; register it first', left(item.workflow, 120))
      );
    end if;
    ids := ids || jsonb_build_object(item.name, child.id);
    depth := greatest(depth, child.depth + 1);
  end loop;
  if depth > 5 then
    perform cogo.refuse_argument('definition', 'its workflows start each other more than five deep; join two of them');
  end if;
end;
$$;

comment on function cogo.child_definitions(jsonb) is
  'The versions of the workflows that a definition starts, by step. Only what is registered may be named, so no workflow starts itself. Errors: bad_argument (400).';

revoke execute on function cogo.child_definitions(jsonb) from public;
