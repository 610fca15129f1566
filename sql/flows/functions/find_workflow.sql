create function cogo.find_workflow(workflow_id uuid)
returns cogo.workflows
language plpgsql
stable
security definer
set search_path = ''
as $$
#variable_conflict use_column
declare
  tenant uuid := cogo.caller_tenant();
  known cogo.workflows;
begin
  -- The number stands in the last 62 bits of the id (docs/adr/0003); the time before it proves that the id is whole.
  select flow.* into known from cogo.workflows as flow
  where flow.id = cogo.uuid_number(find_workflow.workflow_id)
    and cogo.uuid_v7(flow.created_at, flow.id) = find_workflow.workflow_id and (tenant is null or flow.tenant_id = tenant);
  if known.id is null then
    raise sqlstate 'PT404' using
      message = format('Cannot find workflow %s: there is no such run', coalesce(find_workflow.workflow_id::text, 'null')),
      detail = 'workflow_not_found',
      hint = 'Check the id; list_workflows shows the runs you may see.';
  end if;
  return known;
end;
$$;

comment on function cogo.find_workflow(uuid) is
  'The run of a public id. Errors: workflow_not_found (404), also for another tenant''s run.';

revoke execute on function cogo.find_workflow(uuid) from public;
