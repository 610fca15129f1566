create function cogo.move_money(window_ids bigint[], reserved_nano bigint, spent_nano bigint, debt_nano bigint)
returns void
language plpgsql
security definer
set search_path = ''
as $$
#variable_conflict use_column
begin
  for nth in 1 .. cardinality(move_money.window_ids) loop
    update cogo.budget_windows as account set
      reserved_nano = account.reserved_nano + move_money.reserved_nano,
      spent_nano = account.spent_nano + move_money.spent_nano,
      debt_nano = account.debt_nano + move_money.debt_nano
    where account.window_id = move_money.window_ids[nth];
  end loop;
end;
$$;

comment on function cogo.move_money(bigint[], bigint, bigint, bigint) is
  'Adds to what accounts have reserved, spent and owe, one after the other in the order given: leaf first, as all do.';

revoke execute on function cogo.move_money(bigint[], bigint, bigint, bigint) from public;
