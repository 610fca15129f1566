create function api.list_workflows(
  only_state text default null,
  name_prefix text default null,
  before_workflow_id uuid default null,
  row_limit integer default 50
)
returns table (
  workflow_id uuid, tenant_id uuid, name text, version integer, state text, created_at timestamptz, finished_at timestamptz,
  parent_workflow_id uuid, next_before_workflow_id uuid
)
language plpgsql
stable
set search_path = ''
as $$
#variable_conflict use_column
begin
  perform cogo.caller_tenant('flows:read');
  return query select * from cogo.list_workflows(
    list_workflows.only_state, list_workflows.name_prefix, list_workflows.before_workflow_id, list_workflows.row_limit
  );
end;
$$;

comment on function api.list_workflows(text, text, uuid, integer) is
  'Runs, newest first. Pass next_before_workflow_id as before_workflow_id for the next page; a page may be short, as in list_jobs. Scope: flows:read. Errors: bad_argument (400), not_an_agent (401), agent_revoked, insufficient_scope (403).';

revoke execute on function api.list_workflows(text, text, uuid, integer) from public;
grant execute on function api.list_workflows(text, text, uuid, integer) to authenticated, service_role;
