create function cogo.cron_quiet_next(
  cron text,
  time_zone text,
  after timestamptz,
  out run_at timestamptz,
  out not_before timestamptz
)
language plpgsql
stable
set search_path = ''
as $$
declare
  field record := cogo.parse_cron(cron);
  start bigint := floor(extract(epoch from after));
  zone integer := cogo.zone_offset(time_zone, start);
  zone_then integer;
  day date := date '1970-01-01' + ((start + zone) / 86400)::integer;
  last_day constant date := day + 14610;
  second integer := (start + zone) % 86400;
  hour smallint := second / 3600;
  minute smallint := second / 60 % 60;
  next_one integer;
  found bigint;
begin
  if cogo.cron_matches_day(day, field.days, field.months, field.weekdays, field.either_day) then
    if hour = any(field.hours) then
      if minute = any(field.minutes) then
        next_one := hour * 3600 + minute * 60 + field.seconds[width_bucket((second % 60)::smallint, field.seconds) + 1];
      end if;
      next_one := coalesce(next_one, hour * 3600 + field.minutes[width_bucket(minute, field.minutes) + 1] * 60 + field.seconds[1]);
    end if;
    next_one := coalesce(next_one, field.hours[width_bucket(hour, field.hours) + 1] * 3600 + field.minutes[1] * 60 + field.seconds[1]);
  end if;
  if next_one is null then
    next_one := field.hours[1] * 3600 + field.minutes[1] * 60 + field.seconds[1];
    loop
      day := day + 1;
      if not extract(month from day)::smallint = any(field.months) then
        day := (date_trunc('month', day::timestamp) + interval '1 month')::date;
      end if;
      exit when cogo.cron_matches_day(day, field.days, field.months, field.weekdays, field.either_day);
      if day > last_day then
        not_before := 'infinity';
        return;
      end if;
    end loop;
  end if;

  found := (day - date '1970-01-01')::bigint * 86400 + next_one - zone;
  zone_then := cogo.zone_offset(time_zone, found - 172800);
  if zone <> cogo.zone_offset(time_zone, start - 172800) or zone <> cogo.zone_offset(time_zone, start + 172800) then
    not_before := after;
  elsif zone_then <> cogo.zone_offset(time_zone, found + 172800) then
    not_before := greatest(after, to_timestamp(found - 172800));
  else
    run_at := to_timestamp(found + zone - zone_then);
  end if;
end;
$$;

comment on function cogo.cron_quiet_next(text, text, timestamptz) is
  'The next instant of a cron expression by arithmetic alone. Near a change of the clock cogo.cron_times must look, and needs not look before not_before (infinity: none comes within 40 years).';

revoke execute on function cogo.cron_quiet_next(text, text, timestamptz) from public;
