create function cogo.drop_receipts(row_limit integer default 5000)
returns jsonb
language plpgsql
security definer
set search_path = ''
set enable_seqscan = off
set jit = off
as $$
#variable_conflict use_column
declare
  at timestamptz := cogo.now_();
  days integer;
  ids uuid[];
  decisions integer;
  nano numeric;
begin
  if drop_receipts.row_limit is null or drop_receipts.row_limit not between 1 and 100000 then
    perform cogo.refuse_argument('row_limit', 'it must be 1 to 100000');
  end if;
  insert into cogo.receipt_retention default values on conflict do nothing;
  select known.keep_days into days from cogo.receipt_retention as known for update skip locked;
  if days is null then
    return '{"receipts": 0}'::jsonb;
  end if;

  ids := cogo.old_receipts(at - make_interval(days => days), drop_receipts.row_limit);
  if cardinality(ids) = 0 then
    return '{"receipts": 0}'::jsonb;
  end if;
  insert into cogo.dropped_spend as total (window_id, cost_nano)
  select account.window_id, sum(outcome.cost_nano)
  from cogo.reservations as held
  join cogo.routing_outcomes as outcome on outcome.decision_id = held.decision_id and outcome.attempt = held.attempt
  join cogo.budget_windows as account on account.window_id = any (held.window_ids)
  where held.decision_id = any (ids)
  group by account.window_id
  order by account.window_id
  on conflict (window_id) do update set cost_nano = total.cost_nano + excluded.cost_nano;
  select coalesce(sum(outcome.counted_nano), 0) into nano
  from cogo.routing_outcomes as outcome where outcome.decision_id = any (ids);
  delete from cogo.routing_outcomes as outcome where outcome.decision_id = any (ids);
  delete from cogo.reservations as held where held.decision_id = any (ids);
  delete from cogo.routing_decisions as decision where decision.decision_id = any (ids);
  get diagnostics decisions = row_count;
  update cogo.receipt_retention as total
  set dropped_decisions = total.dropped_decisions + decisions, dropped_nano = total.dropped_nano + nano;
  return jsonb_build_object('receipts', cardinality(ids));
end;
$$;

comment on function cogo.drop_receipts(integer) is
  'One bounded round: drops decisions past their age with their reservations and outcomes, and budget leases likewise, at most row_limit. What they cost stays in counters and accounts. A second round at once leaves it to the first. Errors: bad_argument (400).';

revoke execute on function cogo.drop_receipts(integer) from public;
grant execute on function cogo.drop_receipts(integer) to service_role;
