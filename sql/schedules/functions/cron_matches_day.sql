create function cogo.cron_matches_day(
  day date,
  days smallint[],
  months smallint[],
  weekdays smallint[],
  either_day boolean
)
returns boolean
language plpgsql
immutable
set search_path = ''
as $$
declare
  nth integer := extract(day from day);
  weekday integer := extract(dow from day);
  by_day boolean;
  by_weekday boolean;
begin
  if not extract(month from day)::smallint = any(months) then
    return false;
  end if;
  by_day := nth = any(days) or (32 = any(days) and extract(day from day + 1) = 1);
  by_weekday := weekday = any(weekdays)
    or weekday + 10 * ((nth + 6) / 7) = any(weekdays)
    or (weekday + 60 = any(weekdays) and extract(day from day + 7) <= 7);
  return case when either_day then by_day or by_weekday else by_day and by_weekday end;
end;
$$;

comment on function cogo.cron_matches_day(date, smallint[], smallint[], smallint[], boolean) is
  'Whether the day fields of a parsed cron expression admit a date.';

revoke execute on function cogo.cron_matches_day(date, smallint[], smallint[], smallint[], boolean) from public;
