create function cogo.list_health(
  list cogo.route_lists, snapshot_id bigint,
  out states smallint[], out shares smallint[], out merits real[], out wait_ms real[], out token_ms real[]
)
language plpgsql
stable
security definer
set search_path = ''
as $$
#variable_conflict use_column
begin
  select
    coalesce(array_agg(coalesce(health.state, 0::smallint) order by model.place), '{}'),
    coalesce(array_agg(coalesce(health.share, 100::smallint) order by model.place), '{}'),
    coalesce(array_agg((list.terms[3] * model.quality - list.terms[6] * coalesce(health.error_rate, 0))::real order by model.place), '{}'),
    coalesce(array_agg((busy.factor * coalesce(health.first_token_ms, 800))::real order by model.place), '{}'),
    coalesce(array_agg((busy.factor * 1000 / coalesce(health.tokens_per_second, 50))::real order by model.place), '{}')
  into states, shares, merits, wait_ms, token_ms
  from unnest(list.model_ids, list.qualities) with ordinality as model (model_id, quality, place)
  left join (
    select seen.*
    from cogo.routing_snapshots as snapshot
    cross join lateral unnest(
      snapshot.model_ids, snapshot.states, snapshot.shares, snapshot.error_rates, snapshot.first_token_ms,
      snapshot.tokens_per_second, snapshot.in_flight
    ) as seen (model_id, state, share, error_rate, first_token_ms, tokens_per_second, in_flight)
    where snapshot.snapshot_id = list_health.snapshot_id
  ) as health on health.model_id = model.model_id
  cross join lateral (select 1 + coalesce(health.in_flight, 0) / list.terms[11] as factor) as busy;
end;
$$;

comment on function cogo.list_health(cogo.route_lists, bigint) is
  'A snapshot''s health side by side with a list''s models, as choices read it. Of whom nothing is known: 800 ms to the first token, then 50 a second.';

revoke execute on function cogo.list_health(cogo.route_lists, bigint) from public;
