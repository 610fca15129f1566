create function cogo.follow_route(decision cogo.routing_decisions, list cogo.route_lists, held cogo.reservations, failure jsonb, at timestamptz)
returns jsonb
language plpgsql
security definer
set search_path = ''
as $$
#variable_conflict use_column
declare
  keys record;
  ordered record;
  issued record;
  refused jsonb;
  wait_ms bigint;
begin
  select found.* into keys from cogo.usable_keys(list, decision.tenant_id, follow_route.at) as found;
  select found.* into ordered from cogo.follow_order(decision, list, held.model_id, follow_route.at) as found;
  select done.* into issued from cogo.issue_in_order(
    decision, held.attempt + 1, list, ordered.model_ids, ordered.price_ids, ordered.states, keys.providers, keys.key_ids, follow_route.at
  ) as done;
  refused := issued.refused;
  if issued.route is null and ordered.repeats is not null then
    -- Nobody else is left: the same once more, after a pause.
    select done.* into issued from cogo.issue_in_order(
      decision, held.attempt + 1, list, array[held.model_id], array[held.price_id], array[0::smallint],
      keys.providers, keys.key_ids, follow_route.at
    ) as done;
    refused := coalesce(refused, issued.refused);
    wait_ms := greatest(least(coalesce((failure ->> 'retry_after_ms')::bigint, 0), 30000), 250 * 2 ^ held.attempt);
  end if;
  if issued.route is null then
    if keys.opens_at is not null and refused is null then
      return cogo.refusal(
        'rate_limited', 429, 'Cannot route further: what is left of the candidates is throttled by its provider',
        'Send again after retry_after_ms.',
        jsonb_build_object('retry_after_ms', ceil(extract(epoch from keys.opens_at - follow_route.at) * 1000), 'rejected', keys.shut)
      );
    end if;
    return case when refused is not null then cogo.budget_exceeded(refused)
      else cogo.no_candidate(list, decision.context || jsonb_build_object('passed', coalesce(issued.passed, '[]')), null, follow_route.at) end;
  end if;
  return cogo.route_answer(decision, list, issued.route, ordered.model_ids)
    || jsonb_strip_nulls(jsonb_build_object('wait_ms', wait_ms));
end;
$$;

comment on function cogo.follow_route(cogo.routing_decisions, cogo.route_lists, cogo.reservations, jsonb, timestamptz) is
  'Issues the best candidate that was not tried; when there is none, the failed one again with wait_ms. Keys that were throttled or refused are left out.';

revoke execute on function cogo.follow_route(cogo.routing_decisions, cogo.route_lists, cogo.reservations, jsonb, timestamptz) from public;
