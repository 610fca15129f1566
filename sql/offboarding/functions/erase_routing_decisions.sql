create function cogo.erase_routing_decisions(
  leaving cogo.offboardings, row_limit integer, out counts jsonb, out is_met boolean, out next jsonb
)
language plpgsql
security definer
set search_path = ''
as $$
#variable_conflict use_column
declare
  batch record := cogo.tenant_batch('reservations', leaving, erase_routing_decisions.row_limit);
  fold cogo.call_folds;
  made uuid[];
  spent jsonb;
  gone integer;
begin
  is_met := batch.met > 0;
  next := batch.next;
  -- What is still held is booked or given back by the reaper when its time is over, and met again.
  made := array(
    select distinct held.decision_id from cogo.reservations as held where held.decision_id = any (batch.keys::uuid[])
    except
    select held.decision_id from cogo.reservations as held
    where held.decision_id = any (batch.keys::uuid[]) and held.state in ('reserved', 'opened')
  );
  -- Neither counted nor billed anew from here on.
  perform from cogo.routing_outcomes as outcome where outcome.decision_id = any (made) for update;
  select coalesce(jsonb_object_agg(summed.window_id, summed.cost_nano), '{}') into spent
  from (
    select window_id, sum(outcome.cost_nano) as cost_nano
    from cogo.reservations as held
    join cogo.routing_outcomes as outcome on outcome.decision_id = held.decision_id and outcome.attempt = held.attempt
    cross join lateral unnest(held.window_ids) as window_id
    where held.decision_id = any (made) group by window_id
  ) as summed;
  update cogo.usage_counters as counter set cost_nano = counter.cost_nano - counted.cost_nano
  from (
    select outcome.model_id, date_trunc('hour', outcome.settled_at, 'UTC') as hour, sum(outcome.counted_nano) as cost_nano
    from cogo.routing_outcomes as outcome where outcome.decision_id = any (made) and outcome.counted_nano is not null group by 1, 2
  ) as counted
  where counter.tenant_id = leaving.tenant_id and counter.hour = counted.hour and counter.model_id = counted.model_id;
  delete from cogo.routing_outcomes as outcome where outcome.decision_id = any (made);
  get diagnostics gone = row_count;
  counts := jsonb_build_object('routing_outcomes', gone);
  delete from cogo.reservations as held where held.decision_id = any (made);
  get diagnostics gone = row_count;
  counts := counts || jsonb_build_object('reservations', gone);
  delete from cogo.route_sessions as session using cogo.routing_decisions as decision
  where decision.decision_id = any (made) and session.session_key = (decision.context ->> 'session')::uuid;
  get diagnostics gone = row_count;
  counts := counts || jsonb_build_object('route_sessions', gone);
  -- What all share is locked last and shortest: the fold, so that none of these is counted meanwhile, and the accounts.
  select * into fold from cogo.call_folds for update;
  update cogo.call_folds as known set erased_decisions = known.erased_decisions + (
    select count(*) from cogo.routing_decisions as decision where decision.decision_id = any (made) and decision.decision_id <= fold.decision_id
  );
  delete from cogo.routing_decisions as decision where decision.decision_id = any (made);
  get diagnostics gone = row_count;
  counts := counts || jsonb_build_object('routing_decisions', gone);
  perform from cogo.budget_windows as account where account.window_id in (select key::bigint from jsonb_object_keys(spent) as key)
  order by account.window_id for update;
  update cogo.budget_windows as account set erased_nano = account.erased_nano + (spent ->> account.window_id::text)::bigint
  where account.window_id in (select key::bigint from jsonb_object_keys(spent) as key);
end;
$$;

comment on function cogo.erase_routing_decisions(cogo.offboardings, integer) is
  'Erases decisions with their reservations and outcomes. Accounts and counters that others share keep what was spent. Answers as erase_part.';

revoke execute on function cogo.erase_routing_decisions(cogo.offboardings, integer) from public;
