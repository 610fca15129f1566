create function cogo.register_workflow(definition jsonb)
returns jsonb
language plpgsql
security definer
set search_path = ''
as $$
#variable_conflict use_column
declare
  problem text := cogo.definition_problem(register_workflow.definition);
  at timestamptz := cogo.now_();
  known cogo.workflow_definitions;
  shape uuid;
  nesting smallint;
  created boolean := false;
begin
  if problem is not null then
    perform cogo.refuse_argument('the definition', problem);
  end if;
  -- Two who register the same name take turns, or both would make the same version.
  perform pg_advisory_xact_lock(hashtext('cogo.register_workflow'), hashtext(register_workflow.definition ->> 'name'));

  select
    encode(substr(sha256(convert_to(register_workflow.definition::text || coalesce(string_agg(step.child_id::text, ',' order by step.step), ''), 'UTF8')), 1, 16), 'hex')::uuid,
    1 + coalesce(max(child.depth), 0)
  into shape, nesting
  from cogo.parse_definition(register_workflow.definition) as step
  left join cogo.workflow_definitions as child on child.id = step.child_id;
  if nesting > 5 then
    perform cogo.refuse_argument('the definition', 'workflows nest five deep at most');
  end if;

  update cogo.workflow_definitions as same set registered_at = at
  where same.name = register_workflow.definition ->> 'name' and same.shape_hash = shape
  returning * into known;
  if not found then
    created := true;
    insert into cogo.workflow_definitions (name, version, registered_at, shape_hash, saga, depth, step_count, deadline_seconds, definition)
    select
      register_workflow.definition ->> 'name', 1 + coalesce(max(earlier.version), 0), at, shape,
      coalesce((register_workflow.definition ->> 'saga')::boolean, false), nesting,
      jsonb_array_length(register_workflow.definition -> 'steps'),
      (register_workflow.definition ->> 'deadline_seconds')::double precision, register_workflow.definition
    from cogo.workflow_definitions as earlier where earlier.name = register_workflow.definition ->> 'name'
    returning * into known;
    insert into cogo.definition_steps
    select (jsonb_populate_record(parsed, jsonb_build_object('definition_id', known.id))).*
    from cogo.parse_definition(register_workflow.definition) as parsed;
  end if;
  return jsonb_build_object('name', known.name, 'version', known.version, 'created', created);
end;
$$;

comment on function cogo.register_workflow(jsonb) is
  'Keeps a definition. The same shape answers the version that it has; another is the next version. Runs go on with theirs.';

revoke execute on function cogo.register_workflow(jsonb) from public;
grant execute on function cogo.register_workflow(jsonb) to service_role;
