select plan(2);
select tests.as_owner(), tests.freeze_clock('2030-01-10 12:00+00');
-- 0.4 % for a day: four times a thousandth, below what wakes.
select tests.feed('http', '{"requests": 10000, "errors": 40}', make_interval(hours => hour)) from generate_series(0, 23) as hour;
select tests.feed('http', '{"requests": 10000, "errors": 40}');
select is(tests.alert('availability'), 'firing/warning, told fired', 'three times over a day and two hours warn');
select is((select figures ->> 'long_seconds' from cogo.alerts where slo = 'availability'), '86400', 'by the rule of the day');
select * from finish();
