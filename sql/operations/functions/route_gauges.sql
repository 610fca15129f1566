create function cogo.route_gauges()
returns jsonb
language plpgsql
stable
security definer
set search_path = ''
set enable_seqscan = off
set jit = off
as $$
#variable_conflict use_column
declare
  at timestamptz := cogo.now_();
  held record;
  money record;
begin
  -- Along the index of what is open, the first to expire first; what nobody reaps comes to stand at its head.
  select coalesce(extract(epoch from at - min(open.created_at)), 0) as age, coalesce(extract(epoch from at - min(open.expires_at)), 0) as late
  into held
  from (
    select reservation.created_at, reservation.expires_at from cogo.reservations as reservation
    where reservation.state in ('reserved', 'opened') order by reservation.expires_at limit 10000
  ) as open;
  select
    coalesce(sum(greatest(account.spent_nano + account.reserved_nano - account.ceiling_nano, 0)), 0) as over,
    coalesce(sum(account.debt_nano), 0) as debt
  into money
  from (select budget.budget_id from cogo.budgets as budget order by budget.depth desc, budget.budget_id limit 10000) as known
  cross join lateral (
    select period.* from cogo.budget_windows as period
    where period.budget_id = known.budget_id and period.opens_at <= at order by period.opens_at desc limit 1
  ) as account;
  return jsonb_build_object(
    'reservation_age_seconds', round(held.age, 1), 'reservation_overdue_seconds', round(greatest(held.late, 0), 1),
    'overspend_nano', money.over, 'debt_nano', money.debt,
    'models', (
      select coalesce(jsonb_agg(jsonb_build_object(
        'provider', model.provider, 'model', model.model, 'region', model.region, 'service', model.service, 'state', health.state,
        'error_rate', health.error_rate, 'first_token_ms', health.first_token_ms
      ) order by model.provider, model.model, model.region, model.service), '[]')
      from cogo.provider_health as health join cogo.llm_models as model on model.model_id = health.model_id
    ),
    'key_alerts', (
      select coalesce(jsonb_object_agg(counted.alert, counted.many), '{}')
      from (select told.alert, count(*) as many from cogo.key_alerts(at) as told group by told.alert) as counted
    )
  );
end;
$$;

comment on function cogo.route_gauges() is
  'Of routing, keys and money what is so now, for Prometheus. Bounded: the 10,000 reservations that expire first, the 10,000 widest budgets.';

revoke execute on function cogo.route_gauges() from public;
