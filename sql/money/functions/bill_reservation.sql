create function cogo.bill_reservation(held cogo.reservations, outcome cogo.routing_outcomes)
returns void
language plpgsql
security definer
set search_path = ''
as $$
#variable_conflict use_column
declare
  billed_nano bigint;
  -- What was given back is no longer held for it: all that it costs is debt.
  held_nano bigint := case held.state when 'freed' then 0 else held.estimate_nano end;
  is_open boolean := held.state in ('reserved', 'opened');
begin
  if held.state in ('settled', 'booked') then
    select known.cost_nano into billed_nano from cogo.routing_outcomes as known
    where known.decision_id = held.decision_id and known.attempt = held.attempt;
  end if;
  insert into cogo.routing_outcomes (
    decision_id, attempt, tenant_id, model_id, status, http_status, usage, cost_nano, is_estimate, first_token_ms, total_ms, settled_at
  )
  values (
    held.decision_id, held.attempt, held.tenant_id, held.model_id, outcome.status, outcome.http_status, outcome.usage,
    outcome.cost_nano, outcome.is_estimate, outcome.first_token_ms, outcome.total_ms, outcome.settled_at
  )
  on conflict (decision_id, attempt) do update set
    status = excluded.status, http_status = excluded.http_status, usage = excluded.usage, cost_nano = excluded.cost_nano,
    is_estimate = excluded.is_estimate, first_token_ms = excluded.first_token_ms, total_ms = excluded.total_ms, is_counted = false;
  update cogo.reservations as known
  set state = case outcome.status when 'unknown' then 'booked' else 'settled' end, estimate_nano = held_nano
  where known.decision_id = held.decision_id and known.attempt = held.attempt;

  -- Last: here others wait until this transaction ends.
  perform cogo.move_money(
    held.window_ids,
    case when is_open then -held_nano else 0 end,
    least(outcome.cost_nano, held_nano) - least(coalesce(billed_nano, 0), held_nano),
    greatest(outcome.cost_nano - held_nano, 0) - greatest(coalesce(billed_nano, 0) - held_nano, 0)
  );
end;
$$;

comment on function cogo.bill_reservation(cogo.reservations, cogo.routing_outcomes) is
  'Bills a locked reservation: what was reserved becomes spent, the rest of the cost debt; what was billed before is replaced. Status unknown books it.';

revoke execute on function cogo.bill_reservation(cogo.reservations, cogo.routing_outcomes) from public;
