select plan(6);
select tests.as_owner(), tests.freeze_clock('2030-01-01 12:00+00');
select cogo.set_slo('dead_letters', '{"for_seconds": 0, "warning_at": 2, "critical_at": 4, "remind_seconds": 600}');
select tests.bury(), tests.bury();
select is(tests.alert('dead_letters'), 'firing/warning, told fired', 'a warning');
select is(tests.alert('dead_letters', '1 minute', 9), 'firing/warning', 'is told once');
select is(tests.alert('dead_letters', '1 minute'), 'firing/warning, told reminded', 'and again when it has lasted');
select tests.bury(), tests.bury();
select is(tests.alert('dead_letters', '1 minute', 3), 'firing/critical, told escalated', 'when it becomes critical that is told');
select is(
  (select message ->> 'title' from cogo.alert_notices where what = 'escalated'), 'Now critical: Dead letters grow (dead_letters)', 'in so many words'
);
update cogo.dead_letters set discarded_at = cogo.now_(), discarded_by = 'operator', discard_reason = 'x'
where job_id in (select job_id from cogo.dead_letters limit 2);
select is(tests.alert('dead_letters', '1 minute', 6), 'firing/warning, told eased', 'and when it no longer is');
select * from finish();
