create function cogo.plan_next(schedule cogo.schedules, at timestamptz)
returns cogo.schedules
language plpgsql
security definer
set search_path = ''
as $$
declare
  next_due timestamptz := case when not schedule.paused then coalesce(schedule.next_due_at, cogo.next_due(schedule, at)) end;
begin
  update cogo.schedules as planned
  set next_due_at = next_due, next_run_at = cogo.planned_run(planned.id, planned.jitter_seconds, next_due)
  where planned.id = schedule.id
  returning * into schedule;
  return schedule;
end;
$$;

comment on function cogo.plan_next(cogo.schedules, timestamptz) is
  'Sets when a schedule runs next: as it was, or else counted from a time.';

revoke execute on function cogo.plan_next(cogo.schedules, timestamptz) from public;
