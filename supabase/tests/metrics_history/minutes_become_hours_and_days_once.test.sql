select plan(14);

create function pg_temp.note(at timestamptz, many integer, ms double precision) returns void language sql as $$
  select cogo.add_metrics(jsonb_build_array(
    jsonb_build_object('name', 'jobs', 'labels', '{"executor": "default", "type": "demo.a"}'::jsonb, 'at', note.at, 'counts', jsonb_build_object('succeeded', note.many, 'claimed', note.many)),
    jsonb_build_object('name', 'wait', 'labels', '{"executor": "default", "type": "demo.a"}'::jsonb, 'at', note.at, 'ms', note.ms * note.many, 'bins', array[cogo.time_bin(note.ms)], 'bin_counts', array[note.many])
  ));
$$;
create function pg_temp.rows(step text) returns text language sql as $$
  select string_agg(to_char(line.at at time zone 'UTC', 'DD HH24:MI') || ' ' || (line.counts ->> 'succeeded'), ', ' order by line.at)
  from cogo.metric_rows as line join cogo.metric_series as series using (series_id)
  where line.step = rows.step and series.name = 'jobs';
$$;
create function pg_temp.sum(since text, until text) returns numeric language sql as $$
  select cogo.metric_sum('jobs_succeeded', ('2026-03-' || since || '+00')::timestamptz, ('2026-03-' || until || '+00')::timestamptz);
$$;

select tests.freeze_clock('2026-03-04 12:30:00+00');
select pg_temp.note('2026-03-04 10:10:07+00', 1, 100), pg_temp.note('2026-03-04 10:59:59+00', 2, 200), pg_temp.note('2026-03-04 11:00:00+00', 4, 400),
  pg_temp.note('2026-03-03 23:10:00+00', 8, 800), pg_temp.note('2026-03-04 12:29:30+00', 16, 1600);
select is(pg_temp.sum('03 23:00', '04 12:30'), 31::numeric, 'before any roll-up a span is the sum of its minutes');
select is(pg_temp.sum('04 10:11', '04 12:29'), 6::numeric, 'and begins and ends to the minute');
select is(cogo.roll_up_metrics(), 28, 'eight rows of minutes that are over, six of hours, and as many of all together');
select is(cogo.roll_up_metrics(), 0, 'each once');
select is(pg_temp.rows('1h'), '03 23:00 8, 04 10:00 3, 04 11:00 4', 'hours');
select is(pg_temp.rows('1d'), '03 00:00 8, 04 00:00 7', 'days');
select is(array[pg_temp.sum('03 23:00', '04 12:30'), pg_temp.sum('04 10:11', '04 12:29'), pg_temp.sum('04 10:00', '04 11:00')], array[31, 6, 3]::numeric[], 'no sum has changed');

-- A transaction that took two hours to commit.
select pg_temp.note('2026-03-04 10:10:30+00', 32, 100);
select is(pg_temp.rows('1m') || '; ' || pg_temp.rows('1h') || '; ' || pg_temp.rows('1d'),
  '03 23:10 8, 04 10:10 33, 04 10:59 2, 04 11:00 4, 04 12:29 16; 03 23:00 8, 04 10:00 35, 04 11:00 4; 03 00:00 8, 04 00:00 39',
  'what comes late is added wherever its minute is counted');
select is(
  (select jsonb_agg(point -> 'value') from jsonb_array_elements(api.metrics_history('succeeded', '2026-03-04 10:00+00', '2026-03-04 12:30+00', '1h') -> 'points') as point),
  '[35, 4, 16]', 'by the hour, the one that is not over as well'
);
select tests.lives_clean();

select tests.move_clock('2 days');
select cogo.forget_metrics();
select is(pg_temp.rows('1m'), '04 12:29 16', 'minutes go after two days, but none that is not in its hour');
select is(pg_temp.sum('03 23:00', '04 12:30'), 63::numeric, 'and the hours tell of them');
select cogo.roll_up_metrics();
select tests.move_clock('60 days');
select cogo.forget_metrics();
select is(array[pg_temp.rows('1m'), pg_temp.rows('1h')], array[null, null], 'hours go after 60 days');
select tests.move_clock('2 years');
select cogo.forget_metrics();
select is((select count(*) from cogo.metric_series), 0::bigint, 'and after two years all is forgotten');

select * from finish();
