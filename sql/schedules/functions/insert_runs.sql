create function cogo.insert_runs(schedule cogo.schedules, due timestamptz[], planned timestamptz[], at timestamptz)
returns void
language plpgsql
security definer
set search_path = ''
as $$
declare
  many constant integer := cardinality(due);
  late integer := 0;
  missed integer;
begin
  if many = 0 then
    return;
  end if;
  if planned[1] < at - make_interval(secs => schedule.grace_seconds) then
    select count(*) into late from unnest(planned) as run_at
    where run_at < at - make_interval(secs => schedule.grace_seconds);
  end if;
  missed := case schedule.missed
    when 'skip' then late
    when 'one' then least(late, many - 1)
    else greatest(late - schedule.missed_limit, 0)
  end;
  missed := greatest(missed, many - 1000);
  if missed > 0 then
    perform cogo.insert_missed(schedule.id, due[1:missed], at);
  end if;

  insert into cogo.schedule_runs (schedule_id, due_at, planned_at, settled_at, wake_at, state)
  select schedule.id, each.due_at, each.planned_at, insert_runs.at, insert_runs.at, 'waiting'
  from unnest(due[missed + 1:], planned[missed + 1:]) as each (due_at, planned_at)
  on conflict do nothing;
end;
$$;

comment on function cogo.insert_runs(cogo.schedules, timestamptz[], timestamptz[], timestamptz) is
  'Lets due times in a row wait for their start, except those that the schedule''s policy leaves out as missed. What is there already stays.';

revoke execute on function cogo.insert_runs(cogo.schedules, timestamptz[], timestamptz[], timestamptz) from public;
