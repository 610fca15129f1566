select plan(6);

select tests.fix_random(0.5);
select count(*) from api.enqueue_jobs((select jsonb_agg('{"type": "demo.hot", "concurrency_key": "k"}'::jsonb) from generate_series(1, 120)));
select count(*) from api.enqueue_jobs((select jsonb_agg('{"type": "demo.cold"}'::jsonb) from generate_series(1, 60)));
create temporary table hot on commit drop as select * from api.claim_jobs('worker', 1);
select is((select type from hot), 'demo.hot', 'the oldest first');
select is((select type from api.claim_jobs('worker', 1)), 'demo.cold', 'one call passes 119 that must park');
select is((select count(*) from cogo.parked where woken_at is null), 119::bigint, 'each parked once');
select cmp_ok((select count(*) from cogo.parked where woken_at is not null), '>', 0::bigint, 'what it took beyond its want is awake');
select is((select count(*) from api.claim_jobs('worker', 100)), 59::bigint, 'and comes next, none lost');
select tests.lives_clean();

select * from finish();
