create function cogo.due_times(schedule cogo.schedules, after timestamptz, upto timestamptz, row_limit integer)
returns setof timestamptz
language plpgsql
stable
set search_path = ''
as $$
declare
  since timestamptz := greatest(after, schedule.starts_at - interval '1 microsecond');
  last_at timestamptz := least(upto, schedule.ends_at);
  nth bigint;
begin
  if schedule.cron is not null then
    if row_limit = 1 then
      return query
      select run_at from cogo.cron_next(schedule.cron, schedule.time_zone, since) as run_at
      where (run_at <= coalesce(last_at, 'infinity'));
    else
      return query select * from cogo.cron_times(schedule.cron, schedule.time_zone, since, last_at, row_limit);
    end if;
    return;
  end if;

  nth := greatest(
    floor(extract(epoch from since - schedule.anchor) / schedule.every_seconds)::bigint + 1,
    case when schedule.starts_at is null then 1 else 0 end
  );
  return query
  select step.run_at
  from generate_series(nth, nth + row_limit - 1) as each,
    lateral (select schedule.anchor + make_interval(secs => each * schedule.every_seconds) as run_at) as step
  where step.run_at <= coalesce(last_at, 'infinity');
end;
$$;

comment on function cogo.due_times(cogo.schedules, timestamptz, timestamptz, integer) is
  'The first row_limit due times of a schedule, later than after and not later than upto (null = ever), in order.';

revoke execute on function cogo.due_times(cogo.schedules, timestamptz, timestamptz, integer) from public;
