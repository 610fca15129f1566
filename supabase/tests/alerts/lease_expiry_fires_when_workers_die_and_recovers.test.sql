select plan(3);
select tests.as_owner(), tests.freeze_clock('2030-01-01 12:00+00');
select tests.feed('jobs', '{"claimed": 1000, "orphaned": 1}');
select is(tests.alert('lease_expiry'), 'ok', 'one lease of a thousand may be lost');
select tests.feed('jobs', '{"claimed": 100, "orphaned": 300}');
select is(tests.alert('lease_expiry'), 'firing/critical, told fired', 'three hundred may not');
select tests.move_clock('4 days'), tests.feed('jobs', '{"claimed": 100}');
select is(tests.alert('lease_expiry', '1 minute', 6), 'ok, told recovered', 'claims that are kept end it');
select * from finish();
