create function cogo.note_beat(device_id bigint, beat_seconds integer, at timestamptz)
returns void
language plpgsql
security definer
set search_path = ''
as $$
begin
  -- Written when half a beat has gone by, so that a worker that calls once a beat is never late; skipped, not waited
  -- for, when another call of the worker is writing it.
  update cogo.worker_heartbeats set beat_at = note_beat.at
  where ctid = any (array(
    select beat.ctid from cogo.worker_heartbeats as beat
    where beat.device_id = note_beat.device_id
      and beat.beat_at < note_beat.at - make_interval(secs => note_beat.beat_seconds / 2.0)
    for update skip locked
  ));
end;
$$;

comment on function cogo.note_beat(bigint, integer, timestamptz) is 'Notes that a worker was heard of, at most twice a beat.';

revoke execute on function cogo.note_beat(bigint, integer, timestamptz) from public;
