create function cogo.list_workflows(only_state text, name_prefix text, before_workflow_id uuid, row_limit integer)
returns table (
  workflow_id uuid, name text, version integer, state text, tenant_id uuid, created_at timestamptz, finished_at timestamptz,
  steps_done integer, steps integer
)
language plpgsql
stable
security definer
set search_path = ''
as $$
#variable_conflict use_column
declare
  tenant uuid := cogo.caller_tenant();
  before_number bigint := 9223372036854775807;
begin
  if list_workflows.row_limit is null or list_workflows.row_limit not between 1 and 1000 then
    perform cogo.refuse_argument('row_limit', 'it must be 1 to 1000');
  elsif (list_workflows.only_state in (
    'running', 'confirming', 'compensating', 'stuck', 'succeeded', 'failed', 'compensated', 'cancelled'
  )) is false then
    perform cogo.refuse_argument('only_state', 'it must be a state of docs/guides/flows.md');
  end if;
  if list_workflows.before_workflow_id is not null then
    before_number := (cogo.find_flow(list_workflows.before_workflow_id)).id;
  end if;
  return query
  select
    cogo.flow_id(flow.created_at, flow.id), defined.name, defined.version, flow.state, flow.tenant_id, flow.created_at, flow.finished_at,
    (
      select count(*)::integer from cogo.workflow_steps as step
      where step.workflow_id = flow.id and step.item = -1 and step.state <> 'running'
    ),
    defined.step_count::integer
  from cogo.workflows as flow
  join cogo.workflow_definitions as defined on defined.id = flow.definition_id
  where flow.id < before_number
    and (tenant is null or flow.tenant_id = tenant)
    and (list_workflows.only_state is null or flow.state = list_workflows.only_state)
    and (list_workflows.name_prefix is null or starts_with(defined.name, list_workflows.name_prefix))
  order by flow.id desc
  limit list_workflows.row_limit;
end;
$$;

comment on function cogo.list_workflows(text, text, uuid, integer) is
  'Runs, newest first. Errors: bad_argument (400), workflow_not_found (404).';

revoke execute on function cogo.list_workflows(text, text, uuid, integer) from public;
grant execute on function cogo.list_workflows(text, text, uuid, integer) to authenticated, service_role;
