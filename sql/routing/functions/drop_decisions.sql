create function cogo.drop_decisions(ids uuid[])
returns jsonb
language plpgsql
security definer
set search_path = ''
set enable_seqscan = off
set jit = off
as $$
#variable_conflict use_column
declare
  counted_to uuid;
  outcomes integer;
  held integer;
  decisions integer;
begin
  -- Neither counted nor billed anew from here on.
  perform from cogo.routing_outcomes as outcome where outcome.decision_id = any (ids) for update;
  insert into cogo.dropped_spend as total (window_id, cost_nano)
  select account.window_id, sum(outcome.cost_nano)
  from cogo.reservations as held
  join cogo.routing_outcomes as outcome on outcome.decision_id = held.decision_id and outcome.attempt = held.attempt
  join cogo.budget_windows as account on account.window_id = any (held.window_ids)
  where held.decision_id = any (ids)
  group by account.window_id
  order by account.window_id
  on conflict (window_id) do update set cost_nano = total.cost_nano + excluded.cost_nano;
  -- What all share is locked last, the sums before the fold, as drop_receipts does; the fold so that none is counted meanwhile.
  insert into cogo.receipt_retention default values on conflict do nothing;
  perform from cogo.receipt_retention for update;
  select fold.decision_id into counted_to from cogo.call_folds as fold for update;
  update cogo.receipt_retention as total set
    dropped_decisions = total.dropped_decisions + (
      select count(*) from cogo.routing_decisions as decision where decision.decision_id = any (ids) and decision.decision_id <= counted_to
    ),
    dropped_nano = total.dropped_nano + coalesce((
      select sum(outcome.counted_nano) from cogo.routing_outcomes as outcome where outcome.decision_id = any (ids)
    ), 0);
  delete from cogo.routing_outcomes as outcome where outcome.decision_id = any (ids);
  get diagnostics outcomes = row_count;
  delete from cogo.reservations as reservation where reservation.decision_id = any (ids);
  get diagnostics held = row_count;
  delete from cogo.routing_decisions as decision where decision.decision_id = any (ids);
  get diagnostics decisions = row_count;
  return jsonb_build_object('routing_decisions', decisions, 'reservations', held, 'routing_outcomes', outcomes);
end;
$$;

comment on function cogo.drop_decisions(uuid[]) is
  'Drops decisions and budget leases, whose reservations the caller has locked, with their outcomes. What they cost stays: per account in cogo.dropped_spend, in all in cogo.receipt_retention. Answers how many rows went, by table.';

revoke execute on function cogo.drop_decisions(uuid[]) from public;
