select plan(21);

create function pg_temp.times(cron text, zone text, after timestamptz, count integer default 3) returns text language sql as $$
  select string_agg(local_time, ', ') from api.preview_schedule(cron, zone, count, after)
$$;

select tests.as_operator();
select is(pg_temp.times('30 2 * * *', 'Europe/Berlin', '2026-03-28T00:00Z'),
  'Sat 2026-03-28 02:30:00, Sun 2026-03-29 03:00:00, Mon 2026-03-30 02:30:00', 'a time that is skipped runs right after the gap');
select is(pg_temp.times('0,30 2 * * *', 'Europe/Berlin', '2026-03-29T00:00Z', 2),
  'Sun 2026-03-29 03:00:00, Mon 2026-03-30 02:00:00', 'two skipped ones run once');
select is((select count(*) from api.preview_schedule('30 2 * * *', 'Europe/Berlin', 10, '2026-10-24T00:00Z') where run_at < '2026-10-27'), 3::bigint, 'a time that comes twice runs once');
select is((select run_at from api.preview_schedule('30 2 * * *', 'Europe/Berlin', 1, '2026-10-25T00:00Z')), '2026-10-25T00:30Z'::timestamptz, 'the first time');
select is((select count(*) from api.preview_schedule('0 * * * *', 'Europe/Berlin', 30, '2026-10-24T22:00Z') where run_at <= '2026-10-25T22:59Z'), 24::bigint, 'a wildcard hour runs each real hour');
select is((select max(run_at - before) from (select run_at, lag(run_at) over (order by run_at) as before from api.preview_schedule('*/15 * * * *', 'Australia/Lord_Howe', 400, '2026-04-03T00:00Z')) as steps), '15 minutes'::interval, 'each quarter of an hour, through a half-hour change back');
select is((select max(run_at - before) from (select run_at, lag(run_at) over (order by run_at) as before from api.preview_schedule('*/15 * * * *', 'Australia/Lord_Howe', 400, '2026-10-03T00:00Z')) as steps), '15 minutes'::interval, 'and forth');
select is(pg_temp.times('0 0 L * *', 'UTC', '2028-02-01T00:00Z', 2), 'Tue 2028-02-29 00:00:00, Fri 2028-03-31 00:00:00', 'L is the last day');
select is(pg_temp.times('0 0 13 * fri', 'UTC', '2026-11-01T00:00Z', 4), 'Fri 2026-11-06 00:00:00, Fri 2026-11-13 00:00:00, Fri 2026-11-20 00:00:00, Fri 2026-11-27 00:00:00', 'day and weekday: either');
select is(pg_temp.times('0 0 */2 * mon', 'UTC', '2026-11-01T12:00Z', 2), 'Mon 2026-11-09 00:00:00, Mon 2026-11-23 00:00:00', 'a day that begins with * restricts with the weekday, as in Vixie cron');
select is(pg_temp.times('0 9 * * mon#1', 'UTC', '2026-11-03T00:00Z', 1), 'Mon 2026-12-07 09:00:00', 'the first Monday');
select is(pg_temp.times('0 9 * * friL', 'UTC', '2026-11-03T00:00Z', 1), 'Fri 2026-11-27 09:00:00', 'the last Friday');
select is(pg_temp.times('@hourly', 'UTC', '2026-11-03T00:30Z', 1), 'Tue 2026-11-03 01:00:00', '@hourly');
select is(pg_temp.times('@weekly', 'UTC', '2026-11-03T00:30Z', 1), 'Sun 2026-11-08 00:00:00', '@weekly');
select is(pg_temp.times('*/20 * * * * *', 'UTC', '2026-11-03T00:00:05Z', 2), 'Tue 2026-11-03 00:00:20, Tue 2026-11-03 00:00:40', 'six fields begin with seconds');
select is(pg_temp.times('0 0 29 2 *', 'UTC', '2096-03-01T00:00Z', 1), 'Fri 2104-02-29 00:00:00', 'a leap day, over a century without one');
select is(pg_temp.times('0 12 * JAN,dec Sat-Sun', 'UTC', '2026-11-29T00:00Z', 2), 'Sat 2026-12-05 12:00:00, Sun 2026-12-06 12:00:00', 'names in any case, and a week that ends on Sunday');
select is(pg_temp.times('0 12 30 12 *', 'Pacific/Apia', '2011-12-01T00:00Z', 1), 'Sat 2011-12-31 00:00:00', 'a day that is skipped');
select tests.refuses($$ select api.preview_schedule('* * * * *', 'UTC', 1001) $$, 'PT400', 'bad_argument', 'count');
select tests.refuses($$ select api.preview_schedule('x') $$, 'PT400', 'bad_argument', 'cron');
select tests.refuses($$ select api.preview_schedule(null) $$, 'PT400', 'bad_argument', 'cron');

select * from finish();
