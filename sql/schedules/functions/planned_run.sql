create function cogo.planned_run(schedule_id bigint, jitter_seconds integer, due_at timestamptz)
returns timestamptz
language plpgsql
immutable
set search_path = ''
as $$
begin
  if planned_run.jitter_seconds = 0 then
    return planned_run.due_at;
  end if;
  -- Drawn from the due time itself, so that whoever looks, and whenever, sees the same.
  return planned_run.due_at + make_interval(secs => (
    hashint8extended((extract(epoch from planned_run.due_at) * 1000000)::bigint, planned_run.schedule_id)
    & 9223372036854775807
  ) % (planned_run.jitter_seconds * 1000 + 1) / 1000.0);
end;
$$;

comment on function cogo.planned_run(bigint, integer, timestamptz) is
  'A due time with its jitter: 0 to jitter_seconds later, the same at each call.';

revoke execute on function cogo.planned_run(bigint, integer, timestamptz) from public;
