select plan(5);

select tests.fix_random(0.5);
select api.pause('type', 'demo.*');
select count(*) from api.enqueue_jobs((select jsonb_agg('{"type": "demo.a"}'::jsonb) from generate_series(1, 1000)));
select count(*) from api.enqueue_jobs((select jsonb_agg('{"type": "demo.a"}'::jsonb) from generate_series(1, 400)));
select is((select count(*) from api.claim_jobs('worker', 1000)), 0::bigint, 'a paused type');
select is((select count(*) from api.claim_jobs('worker', 1000)), 0::bigint, 'parks whole');
select api.resume('type', 'demo.*');
select is((select count(*) from cogo.parked where woken_at is not null), 1000::bigint, 'a thousand are woken by the call itself');
create temporary table taken on commit drop as
  select claims.jobs from generate_series(1, 20) as turn, lateral (select count(*) as jobs from api.claim_jobs('worker', 70)) as claims where turn > 0;
select is((select sum(jobs) from taken), 1400::numeric, 'and the claims wake the others as they go');
select tests.lives_clean();

select * from finish();
