create function api.list_tenant_bounds()
returns table (
  tenant_id uuid, max_open integer, policy text, retry_after_seconds integer, open bigint, over_bound bigint, is_counted boolean
)
language plpgsql
stable
set search_path = ''
as $$
#variable_conflict use_column
begin
  return query select * from cogo.list_tenant_bounds();
end;
$$;

comment on function api.list_tenant_bounds() is
  'All bounds of tenants, with what is open and what is parked; is_counted tells whether the jobs that were there before count already. For operators. No errors.';

revoke execute on function api.list_tenant_bounds() from public;
grant execute on function api.list_tenant_bounds() to service_role;
