create function cogo.reap_reservations(row_limit integer default 1000)
returns jsonb
language plpgsql
security definer
set search_path = ''
as $$
#variable_conflict use_column
declare
  at timestamptz := cogo.now_();
  expired cogo.reservations[];
  held cogo.reservations;
  outcome cogo.routing_outcomes;
  booked integer := 0;
begin
  select array_agg(due.row) into expired from (
    select known as row from cogo.reservations as known
    where known.state in ('reserved', 'opened') and known.expires_at < at
    order by known.expires_at limit reap_reservations.row_limit
    for update skip locked
  ) as due;
  if expired is null then
    return '{"freed": 0, "booked": 0}'::jsonb;
  end if;
  perform cogo.lock_windows(array(select distinct unnest(due.window_ids) from unnest(expired) as due));
  foreach held in array expired loop
    if held.state = 'reserved' then
      perform cogo.free_reservation(held.decision_id, held.attempt);
    else
      outcome.status := 'unknown';
      outcome.usage := '{}'::jsonb;
      outcome.cost_nano := held.estimate_nano;
      outcome.is_estimate := true;
      outcome.settled_at := at;
      perform cogo.bill_reservation(held, outcome);
      booked := booked + 1;
    end if;
  end loop;
  return jsonb_build_object('freed', cardinality(expired) - booked, 'booked', booked);
end;
$$;

comment on function cogo.reap_reservations(integer) is
  'Ends what nobody settled in time: an opened reservation is billed by its estimate, since its money may be spent; one never opened is given back. What others hold locked is left for the next round.';

revoke execute on function cogo.reap_reservations(integer) from public;
grant execute on function cogo.reap_reservations(integer) to service_role;
