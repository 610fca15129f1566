create function cogo.budget_summary(budget_id bigint, at timestamptz)
returns jsonb
language plpgsql
stable
security definer
set search_path = ''
as $$
#variable_conflict use_column
declare
  budget cogo.budgets;
  account cogo.budget_windows;
  span record;
  used bigint;
  -- Nano-dollars a second so far; nothing is foretold from less than a minute.
  speed numeric;
  elapsed numeric;
begin
  select known.* into budget from cogo.budgets as known where known.budget_id = budget_summary.budget_id;
  span := cogo.window_span(budget.period, budget_summary.at);
  select known.* into account from cogo.budget_windows as known
  where known.budget_id = budget.budget_id and known.opens_at = span.opens_at;
  used := coalesce(account.spent_nano + account.debt_nano, 0);
  elapsed := extract(epoch from budget_summary.at - greatest(span.opens_at, budget.created_at));
  speed := case when elapsed >= 60 then used / elapsed end;
  return jsonb_build_object(
    'budget_id', budget.budget_id, 'scope', budget.scope, 'tenant_id', budget.tenant_id, 'project_id', budget.project_id,
    'agent_id', budget.agent_id, 'period', budget.period, 'mode', budget.mode, 'limit_nano', budget.limit_nano,
    'reserved_nano', coalesce(account.reserved_nano, 0), 'spent_nano', coalesce(account.spent_nano, 0),
    'debt_nano', coalesce(account.debt_nano, 0),
    'remaining_nano', greatest(budget.limit_nano - used - coalesce(account.reserved_nano, 0), 0),
    'opens_at', nullif(span.opens_at, '-infinity'), 'resets_at', nullif(span.closes_at, 'infinity'),
    'forecast_nano', case when budget.period <> 'total' then
      used + trunc(speed * extract(epoch from span.closes_at - budget_summary.at)) end,
    'exhausted_at', case
      when used >= budget.limit_nano then budget_summary.at
      when speed > 0 and (budget.limit_nano - used) / speed < least(
        case when budget.period = 'total' then 315360000 else extract(epoch from span.closes_at - budget_summary.at) end, 315360000
      ) then budget_summary.at + make_interval(secs => ((budget.limit_nano - used) / speed)::double precision)
    end
  );
end;
$$;

comment on function cogo.budget_summary(bigint, timestamptz) is
  'A budget with its account at a moment. forecast_nano: what will be spent when the period closes, at the pace so far. exhausted_at: when the limit is reached at that pace, null = not in this period.';

revoke execute on function cogo.budget_summary(bigint, timestamptz) from public;
