create function api.list_budgets(tenant_id uuid default null)
returns jsonb
language plpgsql
stable
set search_path = ''
as $$
begin
  return cogo.list_budgets(list_budgets.tenant_id);
end;
$$;

comment on function api.list_budgets(uuid) is
  'The budgets of a tenant, or all, at most 1000, each with its account: {budget_id, scope, period, limit_nano, reserved_nano, spent_nano, debt_nano, remaining_nano, resets_at, forecast_nano, exhausted_at, …}. For operators. No errors.';

revoke execute on function api.list_budgets(uuid) from public;
grant execute on function api.list_budgets(uuid) to service_role;
