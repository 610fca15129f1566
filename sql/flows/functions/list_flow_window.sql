create function cogo.list_flow_window(
  only_state text, name_prefix text, tenant uuid, oldest bigint, newest bigint, row_limit integer
)
returns table (
  workflow_id uuid, tenant_id uuid, name text, version integer, state text, created_at timestamptz, finished_at timestamptz,
  parent_workflow_id uuid, next_before_workflow_id uuid
)
language plpgsql
stable
security definer
set search_path = ''
as $$
#variable_conflict use_column
begin
  return query
  with page as (
    select flow.*, definition.name, definition.version
    from (
      select * from cogo.workflows as any_flow where tenant is null and any_flow.id between oldest and newest
      union all
      -- Compared as rows, so that only the tenant's own index has the order and no row of another is read.
      select * from cogo.workflows as own_flow
      where tenant is not null and (own_flow.tenant_id, own_flow.id) >= (tenant, oldest) and (own_flow.tenant_id, own_flow.id) <= (tenant, newest)
    ) as flow
    join cogo.workflow_definitions as definition on definition.id = flow.definition_id
    where (only_state is null or flow.state = only_state)
      and (name_prefix is null or starts_with(definition.name, name_prefix))
    order by flow.id desc
    limit row_limit
  ),
  onward as (
    select case when count(*) = row_limit then nullif(min(page.id), 1) when oldest > 1 then oldest end as id from page
  )
  select
    cogo.uuid_v7(page.created_at, page.id), page.tenant_id, page.name, page.version, page.state, page.created_at,
    page.finished_at, (
      select cogo.uuid_v7(parent.created_at, parent.id) from cogo.workflows as parent where parent.id = page.parent_id
    ),
    cogo.uuid_v7(page.created_at, onward.id)
  from page, onward
  order by page.id desc;
end;
$$;

comment on function cogo.list_flow_window(text, text, uuid, bigint, bigint, integer) is
  'One window of cogo.list_workflows: the newest matching runs between two numbers, and where to go on.';

revoke execute on function cogo.list_flow_window(text, text, uuid, bigint, bigint, integer) from public;
