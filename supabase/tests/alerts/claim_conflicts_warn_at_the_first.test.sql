select plan(3);
select tests.as_owner(), tests.freeze_clock('2030-01-01 12:00+00');
select is(tests.alert('claim_conflicts'), 'ok', 'none is none');
select tests.feed('leases', '{"claim_conflicts": 1}');
select is(tests.alert('claim_conflicts'), 'firing/warning, told fired', 'one is one too many');
select is(tests.alert('claim_conflicts', '62 minutes', 6), 'ok, told recovered', 'an hour without another is the end');
select * from finish();
