select plan(3);
select tests.as_owner(), tests.freeze_clock('2030-01-01 12:00+00');
select tests.feed_times('schedule_lag', 100, 0);
select is(tests.alert('schedule_lag'), 'ok', 'runs in time are no alert');
select tests.feed_times('schedule_lag', 0, 30);
select is(tests.alert('schedule_lag'), 'firing/critical, told fired', 'thirty of 130 that come later than a minute are');
select tests.move_clock('4 days'), tests.feed_times('schedule_lag', 100, 0);
select is(tests.alert('schedule_lag', '1 minute', 6), 'ok, told recovered', 'runs in time end it');
select * from finish();
