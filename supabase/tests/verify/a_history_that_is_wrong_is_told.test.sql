select plan(7);

select tests.fix_random(0.5);
select tests.move_clock(date_trunc('hour', now()) + interval '1 hour 10 minutes' - now());
create temporary table hold as select * from tests.hold();
select api.complete(array[job_id], array[fence]) from hold;
select cogo.fold_job_metrics(0, (select max(event.id) from cogo.events as event));
select tests.move_clock('1 day');
select ok(cogo.roll_up_metrics() > 0, 'there are minutes, hours and days');
select tests.lives_clean();
select tests.verify_tells(
  $$ update cogo.metric_rows set counts = counts || '{"claimed": 7}' where step = '1h' and counts ? 'claimed' $$,
  'an hour holds its minutes, and a day its hours', 'an hour that counts more'
);
select tests.verify_tells(
  $$ delete from cogo.metric_rows where step = '1d' and cardinality(bins) > 0 $$,
  'an hour holds its minutes, and a day its hours', 'a day that lost its times'
);
select tests.verify_tells(
  $$ update cogo.metric_rows set bin_counts = '{5}' where step = '1m' and cardinality(bins) = 1 $$,
  'no more was measured than happened', 'more waits than claims'
);
select tests.verify_tells(
  $$ update cogo.metric_series set labels = '{"executor": "other"}' where name = 'jobs' $$,
  'a series is what its number says', 'a series with another name'
);
select tests.verify_tells(
  $$ update cogo.metric_rows as line set counts = '{"claimed": 2}' from cogo.metric_series as series
    where series.series_id = line.series_id and series.name = 'jobs:all' and line.step = '1m' $$,
  'all together is the sum of each', 'a total that is not'
);
select * from finish();
