select plan(7);

select tests.fix_random(0.5);
select api.set_limit('type', 'mail.send', max_running => 5);
select api.set_limit('type', 'mail.*', max_running => 1);
select api.pause('type', 'mail.*', reason => 'no provider');
select count(*) from api.enqueue_jobs('[{"type": "mail.send"}, {"type": "mail.other"}, {"type": "demo.a"}]');
select is((select array_agg(type) from api.claim_jobs('worker', 10)), array['demo.a'], 'also what has a limit of its own');
select api.resume('type', 'mail.*');
select bag_eq('select type from api.claim_jobs(''worker'', 10)', array['mail.send', 'mail.other'], 'and all go on');

select api.pause('type', 'mail.one');
select api.resume('type', 'mail.one');
select count(*) from api.enqueue_job('mail.one');
select is((select count(*) from api.claim_jobs('worker', 10)), 0::bigint, 'a pause that ended leaves the limit of the prefix as it was');

select api.set_limit('tenant', max_running => 4);
select api.pause('tenant', tenant_id => cogo.default_tenant());
select count(*) from api.enqueue_jobs('[{"type": "demo.a"}, {"type": "demo.a", "tenant_id": "00000000-0000-4000-8000-00000000000b"}]');
select is((select count(*) from api.claim_jobs('worker', 10)), 1::bigint, 'a paused tenant stands still, the others do not');
select api.resume('tenant', tenant_id => cogo.default_tenant());
select is((select count(*) from api.claim_jobs('worker', 10)), 1::bigint, 'resumed');
select is((select count(*) from api.list_limits() where not paused), 3::bigint, 'the limits are as they were');
select tests.lives_clean();

select * from finish();
