create function cogo.next_route(decision_id uuid, failure jsonb)
returns jsonb
language plpgsql
security definer
set search_path = ''
as $$
#variable_conflict use_column
declare
  decision cogo.routing_decisions := cogo.own_decision(next_route.decision_id);
  at timestamptz := cogo.now_();
  held cogo.reservations;
  list cogo.route_lists;
  may_follow boolean;
  limited jsonb;
  answer jsonb;
begin
  perform set_config('synchronous_commit', 'off', true);
  perform cogo.check_failure(failure);
  -- Two at once: the second sees what the first did.
  perform pg_advisory_xact_lock(hashtextextended('cogo.next ' || next_route.decision_id::text, 0));
  select known.* into held from cogo.reservations as known
  where known.decision_id = next_route.decision_id order by known.attempt desc limit 1;
  if (failure ->> 'attempt')::integer < held.attempt then
    return cogo.regrant_route(decision, at) || '{"repeated": true}';
  elsif (failure ->> 'attempt')::integer > held.attempt then
    perform cogo.refuse_argument('failure', format('attempt %s has not begun; the last is %s', failure ->> 'attempt', held.attempt));
  end if;
  select known.* into list from cogo.route_lists as known where known.list_id = (decision.context -> 'list')::bigint;
  may_follow := held.attempt < list.terms[12];
  if may_follow then
    -- Rates before money, as in select_route: both are locked until the transaction ends.
    limited := cogo.take_rates(
      decision.tenant_id, decision.agent_id,
      (decision.context -> 'context_tokens')::bigint + coalesce((decision.context -> 'max_output_tokens')::bigint, 0), at
    );
  end if;
  perform cogo.end_attempt(held, failure, at);
  if not may_follow then
    answer := cogo.refusal(
      'no_candidate', 409, format('Cannot route decision %s further: its %s attempts are used', decision.decision_id, held.attempt),
      'Ask for a new decision, later.', jsonb_build_object('rejected', jsonb_build_object('attempts', held.attempt))
    );
  else
    answer := case when limited is null then cogo.follow_route(decision, list, held, failure, at) else cogo.rate_refusal(limited) end;
  end if;
  if answer ? 'refused' then
    perform cogo.note_refusal(answer);
  end if;
  return answer;
end;
$$;

comment on function cogo.next_route(uuid, jsonb) is
  'The next attempt of a decision whose last one failed: ends that one, asks rates and budgets again, and stays within what was asked.';

revoke execute on function cogo.next_route(uuid, jsonb) from public;
grant execute on function cogo.next_route(uuid, jsonb) to authenticated, service_role;
