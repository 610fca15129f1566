create function cogo.open_windows(subjects text[], at timestamptz)
returns void
language plpgsql
security definer
set search_path = ''
as $$
#variable_conflict use_column
begin
  -- Shared with other openers, not with cogo.set_budget: a new window begins with the limit that stands.
  insert into cogo.budget_windows (budget_id, opens_at, closes_at, limit_nano, ceiling_nano)
  select budget.budget_id, span.opens_at, span.closes_at, budget.enforced_nano, budget.enforced_nano
  from (
    select known.budget_id, known.period, case known.mode when 'hard' then known.limit_nano end as enforced_nano
    from cogo.budgets as known
    where known.subject = any (open_windows.subjects)
    order by known.depth, known.budget_id
    for share
  ) as budget
  cross join lateral cogo.window_span(budget.period, open_windows.at) as span
  on conflict (budget_id, opens_at) do nothing;
end;
$$;

comment on function cogo.open_windows(text[], timestamptz) is
  'Opens the accounts of these subjects'' budgets for the periods of a moment, where they are not open.';

revoke execute on function cogo.open_windows(text[], timestamptz) from public;
