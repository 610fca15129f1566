create function cogo.level_housekeeping(slo cogo.slos, at timestamptz)
returns table (subject text, labels jsonb, value numeric, says text)
language plpgsql
stable
security definer
set search_path = ''
set enable_seqscan = off
set jit = off
as $$
#variable_conflict use_column
begin
  return query
  select told.subject, jsonb_build_object('part', told.subject), told.seconds, format('%s: %s late', told.subject, cogo.span_text(told.seconds))
  from (
    select
      left_over.subject,
      round(greatest(extract(epoch from level_housekeeping.at - coalesce(left_over.oldest_at, level_housekeeping.at)), 0)::numeric, 1) as seconds
    from (
      values
        ('waiting jobs become ready', (select min(waiting.run_at) from cogo.waiting)),
        ('expired leases are swept', (select min(claim.lease_expires_at) from cogo.claims as claim)),
        ('schedules are ticked', (select min(schedule.next_run_at) from cogo.schedules as schedule)),
        ('reservations are reaped', (
          select min(held.expires_at) from cogo.reservations as held where held.state in ('reserved', 'opened')
        )),
        ('audit rows are sealed', (
          select entry.at from cogo.secure_keys_audit as entry
          where (entry.xid, entry.audit_id) > (
            coalesce((select place.xid from cogo.audit_cursor as place), '0'),
            coalesce((select place.audit_id from cogo.audit_cursor as place), 0)
          )
          order by entry.xid, entry.audit_id limit 1
        ))
    ) as left_over (subject, oldest_at)
  ) as told;
end;
$$;

comment on function cogo.level_housekeeping(cogo.slos, timestamptz) is
  'How many seconds each part of the housekeeping is late, told by what it has left lying. One look at the head of an index each.';

revoke execute on function cogo.level_housekeeping(cogo.slos, timestamptz) from public;
