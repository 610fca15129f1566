select plan(6);

select tests.fix_random(0.5);
select api.set_limit('type', 'demo.a', rate_count => 1, rate_seconds => 3600);
select count(*) from api.enqueue_jobs((select jsonb_agg('{"type": "demo.a"}'::jsonb) from generate_series(1, 9)));
select is((select count(*) from api.claim_jobs('worker', 20)), 1::bigint, 'one an hour');
select ok((select max(run_at) > cogo.now_() + interval '7 hours' from cogo.job_states), 'the last would wait for eight');
select api.set_limit('type', 'demo.a', rate_count => 4, rate_seconds => 60);
select is((select count(*) from api.claim_jobs('worker', 20)), 4::bigint, 'raised: a burst at once');
select ok((select max(run_at) < cogo.now_() + interval '2 minutes' from cogo.job_states), 'and the others soon');
select api.remove_limit('type', 'demo.a');
select is((select count(*) from api.claim_jobs('worker', 20)), 4::bigint, 'removed: all');
select tests.lives_clean();

select * from finish();
