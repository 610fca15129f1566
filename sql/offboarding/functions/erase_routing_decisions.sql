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
  made uuid[];
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
  delete from cogo.route_sessions as session using cogo.routing_decisions as decision
  where decision.decision_id = any (made) and session.session_key = (decision.context ->> 'session')::uuid;
  get diagnostics gone = row_count;
  counts := jsonb_build_object('route_sessions', gone) || cogo.drop_decisions(made);
end;
$$;

comment on function cogo.erase_routing_decisions(cogo.offboardings, integer) is
  'Erases decisions with their reservations and outcomes. Accounts that others share keep what was spent. Answers as erase_part.';

revoke execute on function cogo.erase_routing_decisions(cogo.offboardings, integer) from public;
