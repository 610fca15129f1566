create function cogo.raise_floors()
returns void
language plpgsql
security definer
set search_path = ''
as $$
declare
  lane record;
  oldest bigint;
begin
  -- A floor cannot be rolled back, deletes can: a transaction that has written may have taken messages that come back.
  if pg_current_xact_id_if_assigned() is not null then
    return;
  end if;

  for lane in
    select hint.*, round.seen_tail, round.seen_xid
    from cogo.lane_hints(null) as hint
    left join cogo.lane_rounds as round on round.lane_id = hint.lane_id
    where hint.tail > hint.floor_at
    order by hint.lane_id
  loop
    continue when not pg_try_advisory_xact_lock(hashtext('cogo.raise_floors'), lane.lane_id);
    -- Whoever drew a message number up to that tail had its own number by then (push_ready says so), a smaller one than
    -- ours, which is drawn after all tails were read. Once all of those have ended, their messages show or never will.
    continue when not cogo.is_round_over(lane.queue_name, lane.seen_xid);
    if lane.seen_xid is not null then
      execute format('select min(msg_id) from pgmq.%I where msg_id > %s', 'q_' || lane.queue_name, lane.floor_at) into oldest;
      if least(oldest - 1, lane.seen_tail) > lane.floor_at then
        perform setval(('pgmq.f_' || lane.queue_name)::regclass, least(oldest - 1, lane.seen_tail));
      end if;
    end if;
    insert into cogo.lane_rounds as round (lane_id, seen_tail, seen_xid)
    values (lane.lane_id, lane.tail, pg_current_xact_id())
    on conflict (lane_id) do update set seen_tail = excluded.seen_tail, seen_xid = excluded.seen_xid;
  end loop;
end;
$$;

comment on function cogo.raise_floors() is
  'Moves each lane''s floor up past messages that are surely gone, so claims start where work is and skip empty lanes.';

revoke execute on function cogo.raise_floors() from public;
