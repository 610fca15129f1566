create function api.register_workflow(definition jsonb)
returns jsonb
language plpgsql
volatile
set search_path = ''
as $$
begin
  return cogo.register_workflow(register_workflow.definition);
end;
$$;

comment on function api.register_workflow(jsonb) is
  'Checks a workflow''s definition and keeps it: {name, version, created}. The same shape answers the version it has; another shape makes the next, and runs keep theirs. Errors: bad_argument (400).';

revoke execute on function api.register_workflow(jsonb) from public;
grant execute on function api.register_workflow(jsonb) to service_role;
