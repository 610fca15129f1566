create function cogo.regrant_route(decision cogo.routing_decisions, at timestamptz)
returns jsonb
language plpgsql
security definer
set search_path = ''
as $$
#variable_conflict use_column
declare
  held cogo.reservations;
  list cogo.route_lists;
  place jsonb;
  grant_text text := gen_random_uuid()::text;
begin
  select known.* into held from cogo.reservations as known
  where known.decision_id = decision.decision_id order by known.attempt desc limit 1 for update;
  select known.* into list from cogo.route_lists as known where known.list_id = (decision.context -> 'list')::bigint;
  select known.place into place from cogo.route_places as known where known.model_id = held.model_id;

  if held.state in ('reserved', 'opened') and held.expires_at > regrant_route.at then
    held.grant_expires_at := least(regrant_route.at + list.terms[13] * interval '1 second', held.expires_at);
    update cogo.reservations as known
    set grant_hash = sha256(convert_to(grant_text, 'UTF8')), grant_expires_at = held.grant_expires_at
    where known.decision_id = held.decision_id and known.attempt = held.attempt;
  else
    grant_text := null;
  end if;
  return cogo.route_answer(decision, list, place || jsonb_build_object(
    'attempt', held.attempt, 'state', held.state, 'grant', grant_text, 'grant_expires_at', held.grant_expires_at,
    'estimate_nano', held.estimate_nano, 'limits', jsonb_build_object('remaining_nano', null, 'requests_remaining', null)
  ), array[held.model_id] || decision.candidates);
end;
$$;

comment on function cogo.regrant_route(cogo.routing_decisions, timestamptz) is
  'A decision''s last attempt with a new grant; the old one opens nothing any more. grant is null when it is settled or over.';

revoke execute on function cogo.regrant_route(cogo.routing_decisions, timestamptz) from public;
