create function cogo.register_workflow(definition jsonb)
returns jsonb
language plpgsql
security definer
set search_path = ''
as $$
#variable_conflict use_column
declare
  at timestamptz := cogo.now_();
  children record;
  shape uuid;
  known cogo.workflow_definitions;
begin
  perform cogo.check_definition(register_workflow.definition);
  -- One registration at a time; starts only read and go on.
  lock table cogo.workflow_definitions in share row exclusive mode;
  children := cogo.child_definitions(register_workflow.definition);
  shape := cogo.short_hash(register_workflow.definition::text || children.ids::text);

  update cogo.workflow_definitions set registered_at = at
  where workflow_definitions.name = register_workflow.definition ->> 'name' and workflow_definitions.shape_hash = shape
  returning * into known;
  if found then
    return jsonb_build_object('name', known.name, 'version', known.version, 'created', false);
  end if;

  insert into cogo.workflow_definitions as made (
    name, version, registered_at, shape_hash, saga, depth, step_count, deadline_seconds, definition
  )
  select
    register_workflow.definition ->> 'name',
    1 + coalesce(max(earlier.version), 0), at, shape, coalesce((register_workflow.definition -> 'saga')::boolean, false),
    children.depth, jsonb_array_length(register_workflow.definition -> 'steps'),
    (register_workflow.definition ->> 'deadline_seconds')::integer, register_workflow.definition
  from cogo.workflow_definitions as earlier
  where earlier.name = register_workflow.definition ->> 'name'
  returning made.* into known;
  perform cogo.compile_definition(known.id, known.definition, children.ids);
  return jsonb_build_object('name', known.name, 'version', known.version, 'created', true);
end;
$$;

comment on function cogo.register_workflow(jsonb) is
  'Checks a definition and keeps it. The same shape answers the version it has and makes it current; another shape makes the next version. Errors: bad_argument (400).';

revoke execute on function cogo.register_workflow(jsonb) from public;
grant execute on function cogo.register_workflow(jsonb) to service_role;
