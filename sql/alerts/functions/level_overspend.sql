create function cogo.level_overspend(slo cogo.slos, at timestamptz)
returns table (subject text, labels jsonb, value numeric, says text)
language plpgsql
stable
security definer
set search_path = ''
as $$
#variable_conflict use_column
begin
  select coalesce(sum(greatest(account.spent_nano + account.reserved_nano - account.ceiling_nano, 0)), 0) into value
  from (select budget.budget_id from cogo.budgets as budget order by budget.depth desc, budget.budget_id limit 10000) as known
  cross join lateral (
    select period.* from cogo.budget_windows as period
    where period.budget_id = known.budget_id and period.opens_at <= level_overspend.at order by period.opens_at desc limit 1
  ) as account;
  subject := '';
  labels := '{}';
  says := format('%s dollars are spent and reserved beyond limits', round(value / 1e9, 9));
  return next;
end;
$$;

comment on function cogo.level_overspend(cogo.slos, timestamptz) is
  'Nano-dollars that are spent and reserved beyond a limit, in the open accounts of the 10,000 widest budgets; 0 unless money is lost.';

revoke execute on function cogo.level_overspend(cogo.slos, timestamptz) from public;
