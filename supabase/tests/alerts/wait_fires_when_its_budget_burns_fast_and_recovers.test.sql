select plan(8);
select tests.as_owner();
select tests.freeze_clock('2030-01-01 12:00+00');
select tests.feed_times('wait', 1000, 0, '50 minutes');
select is(tests.alert('wait_p95'), 'ok', 'jobs that are claimed in time are no alert');
-- 72 % late in the last five minutes and in the hour are 14.4 times the 5 % that may be.
select tests.feed_times('wait', 1000, 8000);
select is(tests.alert('wait_p95'), 'firing/critical, told fired', 'an hour''s and five minutes'' burn above 14.4 is critical');
select is(
  (select alert.message from cogo.alerts as alert where alert.slo = 'wait_p95'),
  '8000 of 10000 first claims came later than 5000 ms after the job in the last 60 minutes: 16 times the allowed rate (objective 95 %), alerts at 14.4 times',
  'the message says how many, of what, since when'
);
select is(tests.alert('wait_p95', '1 minute', 3), 'firing/critical', 'it is told once');
select tests.feed_times('wait', 90000, 0);
select is(tests.alert('wait_p95', '1 minute', 5), 'firing/critical', 'a good minute is not the end yet');
select is(tests.alert('wait_p95', '1 minute', 1), 'firing/warning, told eased', 'five of them are the end of what wakes: of the day''s budget much is gone');
select tests.feed_times('wait', 90000, 0, '1 minute');
select tests.move_clock('7 hours'), tests.feed_times('wait', 900, 0);
select is(tests.alert('wait_p95', '1 minute', 6), 'ok, told recovered', 'when six hours were good it has recovered');
select is(
  (select string_agg(what, ' ' order by notice_id) from cogo.alert_notices where slo = 'wait_p95'), 'fired eased recovered',
  'in all it was told three times'
);
select * from finish();
