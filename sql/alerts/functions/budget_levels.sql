create function cogo.budget_levels(tenant_id uuid, at timestamptz)
returns table (
  budget_id bigint, scope text, tenant uuid, period text, mode text, limit_nano bigint, used_nano bigint, reserved_nano bigint
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
    known.budget_id, known.scope, known.tenant_id, known.period, known.mode, known.limit_nano,
    account.spent_nano + account.debt_nano, account.reserved_nano
  from (
    select budget.* from cogo.budgets as budget
    where budget.limit_nano > 0 and (budget_levels.tenant_id is null or budget.tenant_id = budget_levels.tenant_id)
    order by budget.depth desc, budget.budget_id limit 2000
  ) as known
  cross join lateral (
    select open.* from cogo.budget_windows as open
    where open.budget_id = known.budget_id and open.opens_at <= budget_levels.at order by open.opens_at desc limit 1
  ) as account
  where account.closes_at > budget_levels.at;
end;
$$;

comment on function cogo.budget_levels(uuid, timestamptz) is
  'The open accounts of budgets with a limit, of a tenant or of all, the 2000 widest. used_nano: spent and owed.';

revoke execute on function cogo.budget_levels(uuid, timestamptz) from public;
