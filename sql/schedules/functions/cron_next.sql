create function cogo.cron_next(cron text, time_zone text, after timestamptz)
returns timestamptz
language plpgsql
stable
set search_path = ''
as $$
declare
  found timestamptz := (cogo.cron_quiet_next(cron, time_zone, after)).run_at;
begin
  if found is null then
    select run_at into found from cogo.cron_times(cron, time_zone, after, null, 1) as run_at;
  end if;
  return found;
end;
$$;

comment on function cogo.cron_next(text, text, timestamptz) is
  'The next instant of a cron expression in a time zone, later than after; null if none comes within 40 years.';

revoke execute on function cogo.cron_next(text, text, timestamptz) from public;
