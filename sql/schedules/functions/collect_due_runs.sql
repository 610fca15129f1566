create function cogo.collect_due_runs(at timestamptz, row_limit integer)
returns integer
language plpgsql
security definer
set search_path = ''
as $$
declare
  schedule cogo.schedules;
  next_due timestamptz;
  collected integer := 0;
  -- Real time, whatever the engine's clock says: after a long outage the rest is left to the next tick.
  enough constant timestamptz := clock_timestamp() + interval '2 seconds';
begin
  for schedule in
    select * from cogo.schedules as due
    where due.next_run_at <= collect_due_runs.at
    order by due.next_run_at, due.id
    limit collect_due_runs.row_limit
    for update skip locked
  loop
    next_due := cogo.next_due(schedule, schedule.next_due_at);
    if next_due <= collect_due_runs.at then
      next_due := cogo.catch_up(schedule, collect_due_runs.at);
    else
      perform cogo.insert_runs(schedule, array[schedule.next_due_at], array[schedule.next_run_at], collect_due_runs.at);
    end if;
    update cogo.schedules as settled
    set next_due_at = next_due, next_run_at = cogo.planned_run(settled.id, settled.jitter_seconds, next_due)
    where settled.id = schedule.id;
    collected := collected + 1;
    exit when clock_timestamp() > enough;
  end loop;
  return collected;
end;
$$;

comment on function cogo.collect_due_runs(timestamptz, integer) is
  'Turns the due times of schedules that nobody else looks at into runs, and moves each on to its next one. Answers how many schedules.';

revoke execute on function cogo.collect_due_runs(timestamptz, integer) from public;
