create function cogo.lock_windows(window_ids bigint[])
returns void
language plpgsql
security definer
set search_path = ''
as $$
begin
  perform from cogo.budget_windows as account
  join cogo.budgets as budget on budget.budget_id = account.budget_id
  where account.window_id = any (lock_windows.window_ids)
  order by budget.depth, budget.budget_id, account.window_id
  for update of account;
end;
$$;

comment on function cogo.lock_windows(bigint[]) is
  'Locks accounts in the order in which cogo.reserve takes them, for batches: one item after the other would mix the orders.';

revoke execute on function cogo.lock_windows(bigint[]) from public;
