create function cogo.health_seen(at timestamptz)
returns table (
  model_id bigint, state smallint, share smallint, error_rate real, first_token_ms real, tokens_per_second real, in_flight integer
)
language plpgsql
stable
security definer
set search_path = ''
as $$
#variable_conflict use_column
begin
  return query
  with shown as (
    select seen.*
    from cogo.routing_clock as clock
    join cogo.routing_snapshots as snapshot on snapshot.snapshot_id = clock.snapshot_id
    cross join lateral unnest(
      snapshot.model_ids, snapshot.error_rates, snapshot.first_token_ms, snapshot.tokens_per_second
    ) as seen (model_id, error_rate, first_token_ms, tokens_per_second)
  ),
  open_attempts as (
    select held.model_id, (2 ^ floor(log(2, count(*))))::integer as in_flight
    from cogo.reservations as held
    where held.state in ('reserved', 'opened') and held.expires_at > health_seen.at
      -- Leases are of no model.
      and held.model_id <> 0
    group by held.model_id
  ),
  seen as (
    select model_id,
      case health.state when 'half_open' then 3 when 'open' then case when health.retry_at <= health_seen.at then 2 else 1 end else 0 end::smallint as state,
      coalesce(health.share, 100::smallint) as share,
      cogo.steady(health.error_rate, shown.error_rate, 0.02, 0.1) as error_rate,
      cogo.steady(health.first_token_ms, shown.first_token_ms, 1, 0.1) as first_token_ms,
      cogo.steady(health.tokens_per_second, shown.tokens_per_second, 0.1, 0.1) as tokens_per_second,
      coalesce(busy.in_flight, 0) as in_flight
    from cogo.provider_health as health
    full join open_attempts as busy using (model_id)
    left join shown using (model_id)
  )
  select seen.* from seen
  where (seen.state, seen.share, seen.error_rate, seen.in_flight) <> (0, 100, 0, 0)
    or seen.first_token_ms is not null or seen.tokens_per_second is not null;
end;
$$;

comment on function cogo.health_seen(timestamptz) is
  'Health as the next snapshot shows it. Figures that moved by less than a tenth stay as they were shown.';

revoke execute on function cogo.health_seen(timestamptz) from public;
