create function cogo.cron_times(cron text, time_zone text, after timestamptz, upto timestamptz, row_limit integer)
returns setof timestamptz
language plpgsql
stable
set search_path = ''
set plan_cache_mode = force_generic_plan
set jit = off
as $$
declare
  field record := cogo.parse_cron(cron);
  low bigint := floor(extract(epoch from after));
  -- A 29th of February that must be a certain weekday comes every 40 years at the latest.
  horizon bigint := least(floor(extract(epoch from upto)), floor(extract(epoch from after)) + 1262304000);
  span bigint := 60 + 86400 * (row_limit + 1)::bigint
    / (cardinality(field.seconds) * cardinality(field.minutes) * cardinality(field.hours));
  high bigint;
  quiet record;
  step bigint := span / 4;
  offset_before integer;
  offset_after integer;
  missing integer := row_limit;
  found_now integer;
begin
  while missing > 0 and low < horizon loop
    -- In quiet times each round begins at a match; near a change of the clock it feels its way in growing steps.
    quiet := cogo.cron_quiet_next(cron, time_zone, to_timestamp(low));
    exit when quiet.not_before = 'infinity';
    step := case when quiet.run_at is not null then span else least(step * 4, greatest(span, 86400)) end;
    low := least(coalesce(extract(epoch from quiet.run_at)::bigint - 1, floor(extract(epoch from quiet.not_before))::bigint), horizon);
    high := least(low + step, horizon);
    offset_before := cogo.zone_offset(time_zone, low - 86400);
    offset_after := cogo.zone_offset(time_zone, high);

    return query
    with day as (
      select extract(epoch from each.day)::bigint as second, coalesce(near.before, offset_after) as before, coalesce(near.after, offset_after) as after
      from (
        select date '1970-01-01' + nth::integer as day
        from generate_series(
          (low + least(offset_before, offset_after)) / 86400, (high + greatest(offset_before, offset_after)) / 86400
        ) as nth
      ) as each
      left join lateral (
        select cogo.zone_offset(time_zone, extract(epoch from each.day)::bigint - 86400) as before,
          cogo.zone_offset(time_zone, extract(epoch from each.day)::bigint + 172800) as after
      ) as near on offset_before <> offset_after or step > 86400
      where cogo.cron_matches_day(each.day, field.days, field.months, field.weekdays, field.either_day)
    )
    select distinct to_timestamp(instant.at_second)
    from day
    cross join lateral (
      select day.second + hour * 3600 as at_hour from unnest(field.hours) as hour
    ) as by_hour
    cross join lateral (
      select by_hour.at_hour + minute * 60 as at_minute from unnest(field.minutes) as minute
    ) as by_minute
    cross join lateral (
      select by_minute.at_minute + second_of_minute as at_local from unnest(field.seconds) as second_of_minute
    ) as by_second
    cross join lateral (
      select by_second.at_local - day.before as at_second where day.before = day.after
      union all
      select near.at_second
      from cogo.local_instants(time_zone, by_second.at_local, day.before, day.after, field.is_wild) as near (at_second)
      where day.before <> day.after
    ) as instant
    where by_hour.at_hour between low + least(day.before, day.after) - 3599 and high + greatest(day.before, day.after)
      and by_minute.at_minute between low + least(day.before, day.after) - 59 and high + greatest(day.before, day.after)
      and by_second.at_local between low + least(day.before, day.after) and high + greatest(day.before, day.after)
      and instant.at_second > low and instant.at_second <= high
    order by 1
    limit missing;

    get diagnostics found_now = row_count;
    missing := missing - found_now;
    low := high;
  end loop;
end;
$$;

comment on function cogo.cron_times(text, text, timestamptz, timestamptz, integer) is
  'The first row_limit instants of a cron expression in a time zone, later than after and not later than upto (null = within 40 years), in order.';

revoke execute on function cogo.cron_times(text, text, timestamptz, timestamptz, integer) from public;
