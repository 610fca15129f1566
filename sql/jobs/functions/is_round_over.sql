create function cogo.is_round_over(queue_name text, seen_xid xid8)
returns boolean
language plpgsql
volatile
security definer
set search_path = ''
as $$
begin
  if is_round_over.seen_xid is null or pg_snapshot_xmin(pg_current_snapshot()) >= is_round_over.seen_xid then
    return true;
  end if;
  -- An older transaction is open. Whoever draws a message number keeps the queue locked until its end, so it matters only
  -- if it does. Its messages show to snapshots taken after this; in repeatable read there are none.
  return current_setting('transaction_isolation') = 'read committed' and not exists (
    with lock as materialized (
      select known.locktype, known.database, known.relation, known.transactionid, known.virtualtransaction, known.mode
      from pg_catalog.pg_locks as known where known.granted and known.locktype in ('relation', 'transactionid')
    )
    select from lock as writes
    join lock as number on number.virtualtransaction = writes.virtualtransaction
      and number.locktype = 'transactionid' and number.mode = 'ExclusiveLock'
    where writes.locktype = 'relation' and writes.mode <> 'AccessShareLock'
      and writes.relation = to_regclass('pgmq.q_' || is_round_over.queue_name)::oid
      and writes.database = (select base.oid from pg_catalog.pg_database as base where base.datname = current_database())
      and age(number.transactionid) > age(is_round_over.seen_xid::xid)
  );
end;
$$;

comment on function cogo.is_round_over(text, xid8) is
  'Whether all have ended that were open when a sweep saw a lane''s tail and may still bring or bring back messages up to it. An old transaction that wrote elsewhere holds up no floor.';

revoke execute on function cogo.is_round_over(text, xid8) from public;
