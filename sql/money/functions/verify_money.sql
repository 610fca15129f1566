create function cogo.verify_money()
returns table (invariant text, problem text, sample jsonb)
language plpgsql
stable
security definer
set search_path = ''
as $$
begin
  return query
  with booked as materialized (
    select window_id,
      sum(held.estimate_nano) filter (where held.state in ('reserved', 'opened')) as reserved_nano,
      sum(outcome.cost_nano) as cost_nano
    from cogo.reservations as held
    left join cogo.routing_outcomes as outcome on outcome.decision_id = held.decision_id and outcome.attempt = held.attempt
    cross join lateral unnest(held.window_ids) as window_id
    group by window_id
  )
  select 'an account reserves what its open reservations hold', format('%s differ', count(*)), jsonb_agg(account.window_id)
  from cogo.budget_windows as account left join booked on booked.window_id = account.window_id
  where account.reserved_nano <> coalesce(booked.reserved_nano, 0)
  having count(*) > 0
  union all
  select 'an account has spent and owes what its outcomes cost', format('%s differ', count(*)), jsonb_agg(account.window_id)
  from cogo.budget_windows as account left join booked on booked.window_id = account.window_id
  where account.spent_nano + account.debt_nano <> coalesce(booked.cost_nano, 0)
    + coalesce((select gone.cost_nano from cogo.dropped_spend as gone where gone.window_id = account.window_id), 0)
  having count(*) > 0
  union all
  select 'nothing is reserved beyond a limit', format('%s are over', count(*)), jsonb_agg(account.window_id)
  from cogo.budget_windows as account
  where account.spent_nano + account.reserved_nano > account.ceiling_nano
  having count(*) > 0
  union all
  select 'what is billed has an outcome, what is open has none', format('%s differ', count(*)), jsonb_agg(held.decision_id)
  from cogo.reservations as held
  left join cogo.routing_outcomes as outcome on outcome.decision_id = held.decision_id and outcome.attempt = held.attempt
  where (held.state in ('settled', 'booked')) <> (outcome.decision_id is not null)
  having count(*) > 0
  union all
  select 'usage counters have what is counted', format('%s nano-dollars apart', told.counters - told.outcomes), '[]'
  from (
    select coalesce((select sum(counter.cost_nano) from cogo.usage_counters as counter), 0) as counters,
      coalesce((select sum(outcome.counted_nano) from cogo.routing_outcomes as outcome), 0)
        + coalesce((select gone.dropped_nano from cogo.receipt_retention as gone), 0) as outcomes
  ) as told
  where told.counters <> told.outcomes;
end;
$$;

comment on function cogo.verify_money() is
  'The part of cogo.verify about budgets: every nano-dollar is in its account, once.';

revoke execute on function cogo.verify_money() from public;
