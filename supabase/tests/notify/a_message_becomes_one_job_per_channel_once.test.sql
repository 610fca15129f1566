select plan(20);

create function pg_temp.say(severity text, more jsonb default '{}') returns jsonb language sql as $$
  select jsonb_build_object('title', 'Failure rate', 'severity', severity) || more;
$$;
select is(cogo.notify('alert', 'k0', pg_temp.say('critical')), '{}', 'without a channel there is no job, and no error');
select is(cogo.notifications_due(), false, 'nothing is due');

select tests.as_operator();
select api.set_notification_channel('all', 'slack');
select api.set_notification_channel('loud', 'google_chat', kinds => '{alert}', min_severity => 'critical');
select api.set_notification_channel('weekly', 'webhook', kinds => '{weekly}');
select tests.as_owner();

select is(cardinality(cogo.notify('alert', 'k1', pg_temp.say('critical'))), 2, 'those subscribed to its kind are told');
select ok(cogo.notifications_due(), 'it is due');
select is(cogo.notify('alert', 'k1', pg_temp.say('critical', '{"text": "other"}')), cogo.notify('alert', 'k1', pg_temp.say('info')), 'a repeat is the same jobs');
select is((select count(*) from cogo.jobs where type = 'notify.send'), 2::bigint, 'and sends nothing');
select is((select array_agg(message ->> 'text') from cogo.notifications), array[null::text], 'the first message is kept');
select is(cardinality(cogo.notify('alert', 'k2', pg_temp.say('warning'))), 1, 'who wants only critical ones does not hear a warning');
select is(cardinality(cogo.notify('alert', 'k3', pg_temp.say('recovered'))), 2, 'but hears a recovery');
select is(cardinality(cogo.notify('alert', 'k4', pg_temp.say('recovered', '{"recovered_from": "warning"}'))), 1, 'unless it is one from a warning');
select is(cardinality(cogo.notify('alert', 'k5', pg_temp.say('info'), '{weekly,weekly}')), 1, 'a channel that is named hears anything, once');

select api.set_tenant_bound(3), api.enqueue_jobs('[{"type": "demo.a"}, {"type": "demo.b"}, {"type": "demo.c"}]');
select tests.refuses($$ select api.enqueue_job('demo.d') $$, 'PT429', 'queue_full', 'Cannot');
select api.remove_tenant_bound(), api.set_tenant_bound(3, tenant_id => cogo.default_tenant());
select is(cardinality(cogo.notify('alert', 'k6', pg_temp.say('critical'))), 2, 'word of a full queue is not held up by it');

select tests.move_clock('31 days');
select cogo.notify('alert', 'k1', pg_temp.say('critical', '{"text": "again"}'));
select is(
  (select count(*) from cogo.jobs where type = 'notify.send' and created_at > cogo.now_() - interval '1 day'),
  2::bigint, 'after 30 days a key may be told again'
);
select is((select message ->> 'text' from cogo.notifications where dedupe_key = 'k1'), 'again', 'with what it says now');
select tests.move_clock('65 days');
select is((cogo.tend_notifications() ->> 'dropped')::integer, 6, 'what was told long ago is forgotten');
select is(api.send_test_notification('weekly') - 'job_id', '{"channel": "weekly", "created": true}', 'a test is sent');
select tests.refuses($$ select api.send_test_notification('none') $$, 'PT400', 'bad_argument', 'none');
select tests.refuses($$ select api.send_test_notification(null) $$, 'PT400', 'bad_argument', 'channel');
select is((select array_agg(payload::text) from cogo.jobs where type = 'notify.send' and payload - array['notification_id', 'channel'] <> '{}'), null, 'a job holds ids and nothing else');

select * from finish();
