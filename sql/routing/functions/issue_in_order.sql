create function cogo.issue_in_order(
  decision cogo.routing_decisions, attempt integer, list cogo.route_lists, model_ids bigint[], price_ids bigint[], states smallint[],
  providers smallint[], key_ids uuid[], at timestamptz, out route jsonb, out passed jsonb, out refused jsonb
)
language plpgsql
security definer
set search_path = ''
as $$
#variable_conflict use_column
declare
  input bigint := (decision.context -> 'context_tokens')::bigint;
  output bigint := case when decision.context ->> 'service' = 'embeddings' then 0
    else coalesce((decision.context -> 'max_output_tokens')::bigint, list.terms[10]::bigint) end;
  expires_at timestamptz := issue_in_order.at + list.terms[13] * interval '1 second';
  below_nano bigint;
  is_served boolean;
  key_id uuid;
  place integer;
  estimate bigint;
  reason text;
  is_probe boolean;
  grant_text text;
  held jsonb;
begin
  for nth in 1 .. cardinality(issue_in_order.model_ids) loop
    -- As they are now: what was switched off since the last tick is not called. The estimate counts no cache, so it holds when the cache is cold.
    select known.enabled and coalesce(known.sunset_at > issue_in_order.at, true), known.place,
      array_position(issue_in_order.providers, array_position(list.providers, known.provider)::smallint),
      coalesce(cogo.estimate_nano(price, input, 0, output), ceil((input + output)::numeric * list.terms[16]::numeric / 1000000)::bigint)
    into is_served, route, place, estimate
    from cogo.route_places as known
    left join cogo.llm_prices as price on price.price_id = issue_in_order.price_ids[nth]
    where known.model_id = issue_in_order.model_ids[nth];
    key_id := issue_in_order.key_ids[place];
    -- Rates of keys come behind the accounts where a budget refused one, or next_route freed one, before: whom to ask is known here only.
    reason := case
      when is_served is not true then 'disabled'
      when place is null then 'key'
      when estimate > least((decision.context -> 'max_cost_nano')::double precision, list.terms[15]) then 'price_ceiling'
      when estimate >= below_nano then 'budget'
      when issue_in_order.states[nth] = 2 and not cogo.claim_probe(issue_in_order.model_ids[nth], issue_in_order.at) then 'breaker_open'
      when key_id is not null and cogo.take_key_rates(key_id, input + output, issue_in_order.at) is not null then 'key_rate'
    end;
    is_probe := issue_in_order.states[nth] = 2 and coalesce(reason = 'key_rate', true);
    if reason is null then
      grant_text := gen_random_uuid()::text;
      held := cogo.reserve(
        decision.decision_id, issue_in_order.attempt, decision.tenant_id, decision.agent_id, issue_in_order.model_ids[nth],
        issue_in_order.price_ids[nth], key_id, estimate, sha256(convert_to(grant_text, 'UTF8')), expires_at, expires_at, issue_in_order.at
      );
      if held ->> 'outcome' = 'reserved' then
        route := route || jsonb_build_object(
          'attempt', issue_in_order.attempt, 'grant', grant_text, 'grant_expires_at', expires_at, 'estimate_nano', estimate,
          'limits', jsonb_build_object('remaining_nano', held -> 'remaining_nano', 'requests_remaining', null)
        );
        return;
      end if;
      reason := 'budget';
      below_nano := estimate;
      refused := coalesce(refused, held - 'outcome');
    end if;
    if is_probe then
      -- Nobody was called: the next one may try.
      update cogo.provider_health as health set probe_until = null where health.model_id = issue_in_order.model_ids[nth];
    end if;
    passed := coalesce(passed, '[]') || jsonb_build_array(jsonb_build_array(issue_in_order.model_ids[nth], reason));
    route := null;
  end loop;
end;
$$;

comment on function cogo.issue_in_order(cogo.routing_decisions, integer, cogo.route_lists, bigint[], bigint[], smallint[], smallint[], uuid[], timestamptz) is
  'Holds the money for the first model in this order that can be had, and makes its grant, whose hash alone is kept; after a budget refused one, only cheaper ones are tried. passed: [[model_id, disabled | key | price_ceiling | budget | breaker_open | key_rate], …]; refused: what the budget told first.';

revoke execute on function cogo.issue_in_order(cogo.routing_decisions, integer, cogo.route_lists, bigint[], bigint[], smallint[], smallint[], uuid[], timestamptz) from public;
