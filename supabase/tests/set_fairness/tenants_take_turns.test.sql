select plan(15);
select tests.as_operator();
select is(api.set_fairness('default', 10), 3, 'a window for each lane of the executor');

select api.enqueue_jobs((select jsonb_agg(jsonb_build_object('type', 'demo.a', 'tenant_id', '11111111-1111-1111-1111-111111111111')) from generate_series(1, 40)));
select is((select (depth, backlog) from api.queue_stats() where executor = 'default' and priority = 'normal'), (10::bigint, 30::bigint), 'a window of them is ready');
select api.enqueue_jobs('[{"type":"demo.quiet","tenant_id":"22222222-2222-2222-2222-222222222222"},{"type":"demo.quiet","tenant_id":"33333333-3333-3333-3333-333333333333"}]');
select is((select count(*)::integer from api.claim_jobs('worker', 10) where type = 'demo.quiet'), 0, 'who comes later waits for what is ready');
select is((select count(*)::integer from api.claim_jobs('worker', 10) where type = 'demo.quiet'), 2, 'and no longer: turns are taken');
select is((select (depth, backlog) from api.queue_stats() where executor = 'default' and priority = 'normal'), (10::bigint, 12::bigint), 'the lane is refilled as it is emptied');

-- An agent does not wait for another tenant's workers.
select api.enqueue_jobs('[{"type":"demo.b","tenant_id":"22222222-2222-2222-2222-222222222222"}]');
select tests.as_agent('22222222-2222-2222-2222-222222222222', '22222222-2222-2222-2222-222222222223');
select is((select count(*)::integer from api.claim_jobs('agent', 5)), 1, 'its claim brings its own jobs forward');
select tests.as_operator();

create temporary table taken as select job_id, fence from api.claim_jobs('worker', 10);
select api.fail_jobs(tests.item((select min(job_id) from taken), (select min(fence) from taken), '{"error": {"class": "transient", "message": "x"}, "retry_in_seconds": 0}'));
select is((select api.get_job((select min(job_id) from taken)) ->> 'state'), 'queued', 'a retry');
select tests.as_owner();
select ok(not exists (select from cogo.backlog where job_id = (select min(job_id) from taken)), 'does not wait for a turn again');
select is((select count(*)::integer from cogo.backlog), 2, 'two are left');
select tests.as_operator();
select is((select outcome from api.cancel_jobs(array(select job_id from api.list_jobs('queued') where job_id is not null order by job_id desc limit 1))), 'cancelled', 'who waits for a turn can be cancelled');
select api.set_fairness('default', null);
select cogo.sweep();
select is((select sum(backlog)::integer from api.queue_stats()), 0, 'without a window nobody waits');
select is((select count(*)::integer from api.claim_jobs('worker', 100)), 12, 'and none is lost');
select tests.refuses($$ select api.set_fairness('default', 0) $$, 'PT400', 'bad_argument', 'fair_window');
select tests.refuses($$ select api.set_fairness('nobody', 10) $$, 'PT400', 'bad_argument', 'executor');
select tests.lives_clean();
select * from finish();
