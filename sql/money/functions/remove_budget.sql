create function cogo.remove_budget(budget_id bigint)
returns boolean
language plpgsql
security definer
set search_path = ''
as $$
#variable_conflict use_column
begin
  delete from cogo.budgets as budget where budget.budget_id = remove_budget.budget_id;
  return found;
end;
$$;

comment on function cogo.remove_budget(bigint) is
  'Removes a budget with its accounts; what was billed stays in the outcomes. Answers whether there was one.';

revoke execute on function cogo.remove_budget(bigint) from public;
grant execute on function cogo.remove_budget(bigint) to service_role;
