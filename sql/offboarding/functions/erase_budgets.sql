create function cogo.erase_budgets(
  leaving cogo.offboardings, row_limit integer, out counts jsonb, out is_met boolean, out next jsonb
)
language plpgsql
security definer
set search_path = ''
as $$
#variable_conflict use_column
declare
  batch record := cogo.tenant_batch('budgets', leaving, erase_budgets.row_limit);
  gone integer;
begin
  is_met := batch.met > 0;
  next := batch.next;
  delete from cogo.dropped_spend as spend using cogo.budget_windows as account
  where account.budget_id = any (batch.keys::bigint[]) and spend.window_id = account.window_id;
  get diagnostics gone = row_count;
  counts := jsonb_build_object('dropped_spend', gone) || cogo.erase_with('budgets', batch.keys);
  delete from cogo.budgets as budget where budget.ctid = any (batch.places);
  counts := counts || jsonb_build_object('budgets', cardinality(batch.places));
end;
$$;

comment on function cogo.erase_budgets(cogo.offboardings, integer) is
  'Erases budgets of the tenant with their accounts. Answers as erase_part.';

revoke execute on function cogo.erase_budgets(cogo.offboardings, integer) from public;
