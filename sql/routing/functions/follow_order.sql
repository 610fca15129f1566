create function cogo.follow_order(
  decision cogo.routing_decisions, list cogo.route_lists, failed_id bigint, at timestamptz,
  out model_ids bigint[], out price_ids bigint[], out states smallint[], out repeats bigint
)
language plpgsql
stable
security definer
set search_path = ''
as $$
#variable_conflict use_column
declare
  tried bigint[] := array(select held.model_id from cogo.reservations as held where held.decision_id = decision.decision_id);
begin
  select coalesce(array_agg(left_over.model_id order by place), '{}'), coalesce(array_agg(left_over.price_id order by place), '{}'),
    coalesce(array_agg(left_over.state order by place), '{}')
  into model_ids, price_ids, states
  from (
    select candidate.model_id, place, list.price_ids[array_position(list.model_ids, candidate.model_id)] as price_id,
      case when health.state = 'open' then 2 else 0 end::smallint as state
    from unnest(decision.candidates) with ordinality as candidate (model_id, place)
    left join cogo.provider_health as health on health.model_id = candidate.model_id
    where candidate.model_id <> all (tried)
  ) as left_over;
  select health.model_id into repeats from cogo.provider_health as health
  where health.model_id = follow_order.failed_id and health.state = 'open' and health.retry_at > follow_order.at;
  repeats := case when repeats is null then follow_order.failed_id end;
end;
$$;

comment on function cogo.follow_order(cogo.routing_decisions, cogo.route_lists, bigint, timestamptz) is
  'The candidates that were not tried yet, best first, with health as it is now; repeats: the failed one, unless its breaker is open.';

revoke execute on function cogo.follow_order(cogo.routing_decisions, cogo.route_lists, bigint, timestamptz) from public;
