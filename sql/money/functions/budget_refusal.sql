create function cogo.budget_refusal(window_ids bigint[], estimate_nano bigint)
returns jsonb
language plpgsql
stable
security definer
set search_path = ''
as $$
#variable_conflict use_column
declare
  narrow record;
begin
  select budget.budget_id, budget.scope, account.closes_at,
    account.limit_nano - account.reserved_nano - account.spent_nano - account.debt_nano as left_nano
  into narrow
  from cogo.budget_windows as account
  join cogo.budgets as budget on budget.budget_id = account.budget_id
  where account.window_id = any (budget_refusal.window_ids)
  order by (
    account.limit_nano - account.reserved_nano - account.spent_nano - account.debt_nano < budget_refusal.estimate_nano
  ) is true desc, budget.depth, budget.budget_id
  limit 1;
  return jsonb_build_object(
    'outcome', 'budget_exceeded', 'budget_id', narrow.budget_id, 'scope', narrow.scope,
    'remaining_nano', greatest(narrow.left_nano, 0), 'resets_at', nullif(narrow.closes_at, 'infinity')
  );
end;
$$;

comment on function cogo.budget_refusal(bigint[], bigint) is
  'Which of these accounts, leaf first, has no room for an estimate, what is left in it and when it begins anew (null = never).';

revoke execute on function cogo.budget_refusal(bigint[], bigint) from public;
