create function cogo.find_flow(workflow_id uuid)
returns cogo.workflows
language plpgsql
stable
security definer
set search_path = ''
as $$
#variable_conflict use_column
declare
  tenant uuid := cogo.caller_tenant();
  flow cogo.workflows;
begin
  -- The last 62 bits of the public id are the number of the run.
  select known.* into flow from cogo.workflows as known
  where known.id = (('x' || right(replace(find_flow.workflow_id::text, '-', ''), 16))::bit(64)::bigint & 4611686018427387903)
    and cogo.uuid_v7(known.created_at, known.id) = find_flow.workflow_id
    and (tenant is null or known.tenant_id = tenant);
  if flow.id is null then
    raise sqlstate 'PT404' using
      message = format('Cannot find workflow %s: there is no such run', find_flow.workflow_id),
      detail = 'workflow_not_found',
      hint = 'Check the id; list_workflows shows the runs you may see.';
  end if;
  return flow;
end;
$$;

comment on function cogo.find_flow(uuid) is
  'The run with that public id, if the caller may see it. Errors: workflow_not_found (404).';

revoke execute on function cogo.find_flow(uuid) from public;
