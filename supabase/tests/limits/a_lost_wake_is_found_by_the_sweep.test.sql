select plan(6);

select tests.fix_random(0.5);
select count(*) from api.enqueue_jobs((
  select jsonb_agg(jsonb_build_object('type', 'demo.a', 'concurrency_key', 'k' || nth % 3)) from generate_series(1, 9) as nth
));
create temporary table hold on commit drop as select * from api.claim_jobs('worker', 20);
select is((select count(*) from cogo.parked), 6::bigint, 'six sleep');
select count(*) from api.complete((select array_agg(job_id) from hold), (select array_agg(fence) from hold));
update cogo.parked set woken_at = null;
select is((select count(*) from api.claim_jobs('worker', 20)), 0::bigint, 'their wakes are lost');
select is((cogo.sweep() ->> 'unparked')::integer, 3, 'the sweep wakes the first of each key');
select is((select count(*) from api.claim_jobs('worker', 20)), 3::bigint, 'which are all that may run');
select is((select count(*) from cogo.parked where woken_at is null), 3::bigint, 'the others sleep on');
select tests.lives_clean();

select * from finish();
