select plan(5);
select tests.as_owner(), tests.freeze_clock('2030-01-01 12:00+00');
select is(tests.alert('availability'), 'ok', 'without requests nothing fires');
select is((select message || has_data from cogo.alerts where slo = 'availability'), 'nothing happened that could be measuredfalse', 'and it says why');
select tests.feed('http', '{"requests": 1000, "errors": 900}');
select is(tests.alert('availability'), 'firing/critical, told fired', 'trouble');
select is(tests.alert('availability', '10 minutes', 4), 'firing/critical', 'that nobody asks any more does not end it while the hour is bad');
select is(tests.alert('availability', '23 hours', 4), 'ok, told recovered', 'once three days are empty there is nothing left to alert of');
select * from finish();
