create function cogo.repeat_route(decision cogo.routing_decisions, agent_id uuid, ask jsonb, at timestamptz)
returns jsonb
language plpgsql
security definer
set search_path = ''
as $$
#variable_conflict use_column
declare
  derived constant text[] := array['list', 'providers', 'shut', 'intended', 'warm', 'stale', 'degraded', 'passed'];
begin
  if decision.agent_id is distinct from repeat_route.agent_id or decision.context - derived <> ask then
    raise sqlstate 'PT409' using
      message = format('Cannot route: the idempotency_key belongs to decision %s, which was asked otherwise', decision.decision_id),
      detail = 'idempotency_conflict', hint = 'Use a new key for new work, or send the first request again.';
  end if;
  return cogo.regrant_route(decision, repeat_route.at) || '{"repeated": true}';
end;
$$;

comment on function cogo.repeat_route(cogo.routing_decisions, uuid, jsonb, timestamptz) is
  'The same decision once more, with a new grant, since the first is kept nowhere. Errors: idempotency_conflict (409).';

revoke execute on function cogo.repeat_route(cogo.routing_decisions, uuid, jsonb, timestamptz) from public;
