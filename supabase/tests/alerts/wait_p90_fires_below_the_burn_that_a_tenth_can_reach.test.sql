select plan(3);
select tests.as_owner(), tests.freeze_clock('2030-01-01 12:00+00');
select is((select rules #>> '{0,burn}' from cogo.slos where name = 'wait_p90'), '9', 'ten times a tenth is all: 14.4 times would never be');
select tests.feed_times('wait', 5, 95);
select is(tests.alert('wait_p90'), 'firing/critical, told fired', '95 % late are 9.5 times a tenth');
select tests.move_clock('4 days'), tests.feed_times('wait', 95, 5);
select is(tests.alert('wait_p90', '1 minute', 6), 'ok, told recovered', 'and 5 % half of it');
select * from finish();
