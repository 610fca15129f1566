select plan(3);
select tests.as_owner(), tests.freeze_clock('2030-01-01 12:00+00');
select is(tests.alert('transaction_age'), 'ok', 'a young database has numbers');
-- Numbers cannot be used up in a test: the level comes to them.
select cogo.set_slo('transaction_age', '{"warning_at": 0, "for_seconds": 0}');
select is(tests.alert('transaction_age'), 'firing/warning, told fired', 'above its level it warns');
select cogo.set_slo('transaction_age', '{"warning_at": 500000000}');
select is(tests.alert('transaction_age', '1 minute', 6), 'ok, told recovered', 'below it is over');
select * from finish();
