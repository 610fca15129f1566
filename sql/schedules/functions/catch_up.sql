create function cogo.catch_up(schedule cogo.schedules, at timestamptz)
returns timestamptz
language plpgsql
security definer
set search_path = ''
as $$
declare
  due timestamptz[];
  planned timestamptz[];
  first_later integer;
begin
  due := array(
    select run_at from cogo.due_times(schedule, schedule.next_due_at - interval '1 microsecond', catch_up.at, 100001) as run_at
  );
  if cardinality(due) = 100001 then
    -- No policy wants more than the last thousand, so the first ones were missed whatever is still to come.
    perform cogo.insert_missed(schedule.id, due[1:99000], catch_up.at);
    return due[99001];
  end if;

  planned := array(
    select cogo.planned_run(schedule.id, schedule.jitter_seconds, run_at)
    from unnest(due) with ordinality as each (run_at, place) order by place
  );
  if schedule.jitter_seconds > 0 then
    select min(place) into first_later
    from unnest(planned) with ordinality as each (run_at, place) where run_at > catch_up.at;
  end if;
  if first_later is not null then
    perform cogo.insert_runs(schedule, due[1:first_later - 1], planned[1:first_later - 1], catch_up.at);
    return due[first_later];
  end if;
  perform cogo.insert_runs(schedule, due, planned, catch_up.at);
  return cogo.next_due(schedule, due[cardinality(due)]);
end;
$$;

comment on function cogo.catch_up(cogo.schedules, timestamptz) is
  'Makes runs of all due times up to now of a schedule that is behind. Answers the first due time that is left.';

revoke execute on function cogo.catch_up(cogo.schedules, timestamptz) from public;
