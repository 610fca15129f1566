create function cogo.settle_answer(held cogo.reservations, outcome cogo.routing_outcomes)
returns jsonb
language plpgsql
immutable
set search_path = ''
as $$
begin
  return jsonb_build_object(
    'decision_id', held.decision_id, 'attempt', held.attempt, 'cost_nano', outcome.cost_nano,
    'is_estimate', outcome.is_estimate, 'usage', outcome.usage
  );
end;
$$;

comment on function cogo.settle_answer(cogo.reservations, cogo.routing_outcomes) is 'What a settled attempt answers.';

revoke execute on function cogo.settle_answer(cogo.reservations, cogo.routing_outcomes) from public;
