create function cogo.settled_events()
returns bigint
language plpgsql
security definer
set search_path = ''
as $$
declare
  horizon cogo.event_horizon;
  tail bigint := coalesce(pg_sequence_last_value('cogo.events_id_seq'::regclass), 0);
  own xid8;
  oldest xid8;
begin
  select * into horizon from cogo.event_horizon;
  horizon.settled_id := coalesce(horizon.settled_id, 0);
  -- Nothing new; or a transaction that holds itself back, or whose snapshot is older than the tail: nothing follows from it.
  if horizon.settled_id >= tail or pg_current_xact_id_if_assigned() is not null
    or current_setting('transaction_isolation') <> 'read committed' then
    return horizon.settled_id;
  end if;

  -- Whoever drew a number up to the tail had his transaction's number by then, a smaller one than ours, which is drawn
  -- now. The end of a snapshot would not do: transactions may be running beyond it.
  own := pg_current_xact_id();
  oldest := pg_snapshot_xmin(pg_current_snapshot());
  if oldest < own and oldest < horizon.seen_xid then
    return horizon.settled_id;
  end if;
  insert into cogo.event_horizon default values on conflict do nothing;
  select * into horizon from cogo.event_horizon for update skip locked;
  if not found then
    return (select known.settled_id from cogo.event_horizon as known);
  end if;
  update cogo.event_horizon as known
  set
    settled_id = greatest(known.settled_id, case
      when oldest >= own then tail
      when oldest >= known.seen_xid then known.seen_tail
    end),
    seen_tail = case when oldest >= known.seen_xid then tail else known.seen_tail end,
    seen_xid = case when oldest >= known.seen_xid then own else known.seen_xid end
  returning known.settled_id into horizon.settled_id;
  return horizon.settled_id;
end;
$$;

comment on function cogo.settled_events() is
  'The number up to which no event or message can appear any more: it waits for every transaction that was open when the number was drawn. Ask before writing: who has written is told what was known before.';

revoke execute on function cogo.settled_events() from public;
grant execute on function cogo.settled_events() to service_role;
