create function cogo.issue_route(
  decision_id uuid, attempt integer, tenant_id uuid, agent_id uuid, list cogo.route_lists, context jsonb, model_id bigint,
  price_id bigint, providers smallint[], key_ids uuid[], needs_probe boolean, below_nano bigint, at timestamptz
)
returns jsonb
language plpgsql
security definer
set search_path = ''
as $$
#variable_conflict use_column
declare
  is_served boolean;
  served_by text;
  route jsonb;
  place integer;
  input bigint := (context -> 'context_tokens')::bigint;
  output bigint := case when context ->> 'service' = 'embeddings' then 0
    else coalesce((context -> 'max_output_tokens')::bigint, list.terms[10]::bigint) end;
  estimate bigint;
  ceiling double precision := least(coalesce((context -> 'max_cost_nano')::double precision, 'Infinity'), list.terms[15]);
  grant_text text := gen_random_uuid()::text;
  expires_at timestamptz := issue_route.at + list.terms[13] * interval '1 second';
  held jsonb;
begin
  -- As they are now: what was switched off since the last tick is not called.
  select served.enabled and server.enabled and coalesce(served.sunset_at > issue_route.at, true), served.provider,
    cogo.route_place(served, server),
    coalesce(cogo.estimate_nano(price, input, 0, output), ceil((input + output)::numeric * list.terms[16]::numeric / 1000000)::bigint)
  into is_served, served_by, route, estimate
  from cogo.llm_models as served
  join cogo.llm_providers as server on server.provider = served.provider
  left join cogo.llm_prices as price on price.price_id = issue_route.price_id
  where served.model_id = issue_route.model_id;
  if is_served is not true then
    return '{"passed": "disabled"}';
  end if;
  place := array_position(issue_route.providers, array_position(list.providers, served_by)::smallint);
  if place is null then
    return '{"passed": "key"}';
  elsif estimate > ceiling then
    return '{"passed": "price_ceiling"}';
  elsif estimate >= issue_route.below_nano then
    return '{"passed": "budget"}';
  elsif issue_route.needs_probe and not cogo.claim_probe(issue_route.model_id, issue_route.at) then
    return '{"passed": "breaker_open"}';
  elsif issue_route.key_ids[place] is not null
    and cogo.take_key_rates(issue_route.key_ids[place], input + output, issue_route.at) is not null then
    return '{"passed": "key_rate"}';
  end if;

  held := cogo.reserve(
    issue_route.decision_id, issue_route.attempt, issue_route.tenant_id, issue_route.agent_id, issue_route.model_id,
    issue_route.price_id, issue_route.key_ids[place], estimate, sha256(convert_to(grant_text, 'UTF8')), expires_at, expires_at, issue_route.at
  );
  if held ->> 'outcome' <> 'reserved' then
    return jsonb_build_object('passed', 'budget', 'estimate_nano', estimate, 'budget', held - 'outcome');
  end if;
  return route || jsonb_build_object(
    'attempt', issue_route.attempt, 'grant', grant_text, 'grant_expires_at', expires_at, 'estimate_nano', estimate,
    'limits', jsonb_build_object('remaining_nano', held -> 'remaining_nano', 'requests_remaining', null)
  );
end;
$$;

comment on function cogo.issue_route(uuid, integer, uuid, uuid, cogo.route_lists, jsonb, bigint, bigint, smallint[], uuid[], boolean, bigint, timestamptz) is
  'Holds the money for a model and makes its grant, whose hash alone is kept. Or {passed: disabled | key | price_ceiling | budget | breaker_open | key_rate}. Only what costs less than below_nano is tried. The estimate counts no cache, so it holds when the cache is cold.';

revoke execute on function cogo.issue_route(uuid, integer, uuid, uuid, cogo.route_lists, jsonb, bigint, bigint, smallint[], uuid[], boolean, bigint, timestamptz) from public;
