create function cogo.list_budgets(tenant_id uuid)
returns jsonb
language plpgsql
stable
security definer
set search_path = ''
as $$
#variable_conflict use_column
declare
  at timestamptz := cogo.now_();
begin
  return (
    select coalesce(jsonb_agg(cogo.budget_summary(known.budget_id, at) order by known.depth desc, known.budget_id), '[]')
    from (
      select budget.budget_id, budget.depth from cogo.budgets as budget
      where list_budgets.tenant_id is null or budget.tenant_id = list_budgets.tenant_id
      order by budget.depth desc, budget.budget_id limit 1000
    ) as known
  );
end;
$$;

comment on function cogo.list_budgets(uuid) is
  'The budgets of a tenant (null: all), the widest first, at most 1000, as cogo.budget_summary tells them.';

revoke execute on function cogo.list_budgets(uuid) from public;
grant execute on function cogo.list_budgets(uuid) to service_role;
