select plan(11);
select tests.as_operator();
select api.set_notification_channel('pager', 'slack', kinds => '{alert}', min_severity => 'critical');
select api.set_notification_channel('mail', 'webhook');
select tests.as_owner(), tests.freeze_clock('2030-01-01 12:00+00');
select cogo.set_slo('dead_letters', '{"for_seconds": 0, "warning_at": 1, "critical_at": 3}');
select api.set_runbook_base('https://example.com/runbook');
select tests.bury();
select is(tests.alert('dead_letters'), 'firing/warning, told fired', 'a warning');
select is((select cardinality(job_ids) from cogo.alert_notices), 1, 'is a job of the channel that hears warnings');
select is((select (message -> 'links' -> 0 ->> 'url') || ' ' || (message ->> 'thread') from cogo.notifications), (select 'https://example.com/runbook#dead_letters alert:dead_letters:' || episode || ':' || md5('') from cogo.alerts where slo = 'dead_letters'), 'its link leads to the runbook, its thread is the episode');

-- As if notify were broken.
alter table cogo.notifications add constraint broken check (message ->> 'severity' <> 'critical') not valid;
select tests.bury(), tests.bury();
select is(tests.alert('dead_letters'), 'firing/critical, told escalated', 'the state is kept when telling fails');
select is((select tries || ' ' || (error like '%broken%') from cogo.alert_notices where what = 'escalated'), '1 true', 'with why');
select is(tests.alert('dead_letters', '15 seconds', 2), 'firing/critical', 'it is told no other way');
select is((select tries::text from cogo.alert_notices where what = 'escalated'), '2', 'it is tried again, later each time');
alter table cogo.notifications drop constraint broken;
select tests.alert('dead_letters', '1 minute');
select is((select concat_ws(' ', cardinality(job_ids), error, next_try_at) from cogo.alert_notices where what = 'escalated'), '2', 'until it is taken');
select is((select count(*) from cogo.jobs where type = 'notify.send'), 3::bigint, 'each once');
update cogo.dead_letters set discarded_at = cogo.now_(), discarded_by = 'operator', discard_reason = 'x';
select is(tests.alert('dead_letters', '1 minute', 6), 'ok, told recovered', 'who heard of the trouble');
select is((select cardinality(job_ids) from cogo.alert_notices where what = 'recovered'), 2, 'hears of its end');
select * from finish();
