create function cogo.settled_events()
returns bigint
language plpgsql
security definer
set search_path = ''
as $$
declare
  horizon cogo.event_horizon;
  -- The tail before the snapshot: whoever drew a number up to it had his transaction number by then.
  tail bigint := coalesce(pg_sequence_last_value('cogo.events_id_seq'::regclass), 0);
  oldest xid8;
  newest xid8;
begin
  oldest := pg_snapshot_xmin(pg_current_snapshot());
  newest := pg_snapshot_xmax(pg_current_snapshot());
  select * into horizon from cogo.event_horizon;
  if not found then
    insert into cogo.event_horizon default values on conflict do nothing;
    select * into horizon from cogo.event_horizon;
  end if;
  -- Nothing new; or a snapshot that is older than the tail, from which nothing follows.
  if horizon.settled_id >= tail or current_setting('transaction_isolation') <> 'read committed'
    or (oldest < newest and oldest < horizon.seen_xid) then
    return horizon.settled_id;
  end if;

  select * into horizon from cogo.event_horizon for update skip locked;
  if not found then
    return (select known.settled_id from cogo.event_horizon as known);
  end if;
  update cogo.event_horizon as known
  set
    settled_id = greatest(known.settled_id, case
      when oldest = newest then tail
      when oldest >= known.seen_xid then known.seen_tail
    end),
    seen_tail = case when oldest >= known.seen_xid then tail else known.seen_tail end,
    seen_xid = case when oldest >= known.seen_xid then newest else known.seen_xid end
  returning known.settled_id into horizon.settled_id;
  return horizon.settled_id;
end;
$$;

comment on function cogo.settled_events() is
  'The number up to which no event or message can appear any more: it waits for every transaction that was open when the number was drawn. Ask before writing, or this transaction holds it back itself.';

revoke execute on function cogo.settled_events() from public;
grant execute on function cogo.settled_events() to service_role;
