create function cogo.preview_schedule(cron text, time_zone text, count integer, after timestamptz)
returns table (run_at timestamptz, local_time text)
language plpgsql
stable
security definer
set search_path = ''
as $$
#variable_conflict use_column
begin
  if (preview_schedule.count between 1 and 1000) is not true then
    perform cogo.refuse_argument('count', 'it must be 1 to 1000');
  end if;
  if preview_schedule.after not between '0001-01-01' and '9999-12-31' then
    perform cogo.refuse_argument('after', 'it must be a time of the years 1 to 9999');
  end if;
  perform cogo.check_time_zone(preview_schedule.time_zone);
  return query
  select times.run_at, to_char(times.run_at at time zone preview_schedule.time_zone, 'Dy YYYY-MM-DD HH24:MI:SS')
  from cogo.cron_times(
    preview_schedule.cron, preview_schedule.time_zone, coalesce(preview_schedule.after, cogo.now_()), null, preview_schedule.count
  ) as times (run_at);
end;
$$;

comment on function cogo.preview_schedule(text, text, integer, timestamptz) is
  'The next times of a cron expression, before anybody schedules it. Errors: bad_argument (400).';

revoke execute on function cogo.preview_schedule(text, text, integer, timestamptz) from public;
grant execute on function cogo.preview_schedule(text, text, integer, timestamptz) to authenticated, service_role;
