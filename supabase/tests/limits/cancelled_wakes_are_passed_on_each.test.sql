select plan(4);

select tests.as_owner();
select api.set_limit('type', 'demo.*', max_running => 3);
select count(*) from api.enqueue_jobs((select jsonb_agg('{"type": "demo.a"}'::jsonb) from generate_series(1, 9)));
create temporary table held on commit drop as select * from api.claim_jobs('worker', 9);
select is((select count(*) from cogo.parked where woken_at is null), 6::bigint, 'six sleep behind three');
select count(*) from api.complete((select array_agg(job_id) from held), (select array_agg(fence) from held));
create temporary table woken on commit drop as select job_id from cogo.parked where woken_at is not null;
select is((select count(*) from woken), 3::bigint, 'three wake as three end');
select count(*) from api.cancel_jobs(array(select job_id from woken));
select is((select count(*) from cogo.parked where woken_at is not null), 3::bigint, 'cancelling the three wakes three others');
select tests.lives_clean();

select * from finish();
