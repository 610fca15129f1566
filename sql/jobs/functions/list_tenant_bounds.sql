create function cogo.list_tenant_bounds()
returns table (
  tenant_id uuid, max_open integer, policy text, retry_after_seconds integer, open bigint, over_bound bigint, is_counted boolean
)
language plpgsql
stable
security definer
set search_path = ''
as $$
#variable_conflict use_column
begin
  return query
  select
    bound.tenant_id, bound.max_open, bound.policy, bound.retry_after_seconds,
    case when bound.tenant_id is not null then (
      select coalesce(sum(load.jobs), 0)::bigint from cogo.tenant_loads as load where load.tenant_id = bound.tenant_id
    ) end,
    case when bound.tenant_id is not null then (
      select count(*) from cogo.over_bound as later where later.tenant_id = bound.tenant_id
    ) end,
    bound.is_counted
  from cogo.tenant_bounds as bound
  order by bound.tenant_id nulls last;
end;
$$;

comment on function cogo.list_tenant_bounds() is 'All bounds, with what their tenants have open and what waits outside.';

revoke execute on function cogo.list_tenant_bounds() from public;
grant execute on function cogo.list_tenant_bounds() to service_role;
