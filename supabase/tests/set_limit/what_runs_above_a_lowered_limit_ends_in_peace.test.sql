select plan(6);

select tests.fix_random(0.5);
select api.set_limit('type', 'demo.*', max_running => 3);
select count(*) from api.enqueue_jobs((select jsonb_agg('{"type": "demo.a"}'::jsonb) from generate_series(1, 5)));
create temporary table hold on commit drop as select * from api.claim_jobs('worker', 10);
select api.set_limit('type', 'demo.*', max_running => 1);
select tests.lives_clean();
create function pg_temp.end_one() returns bigint language sql as $$
  select count(*) from (select held.job_id, held.fence from cogo.held limit 1) as one, api.complete(array[one.job_id], array[one.fence])
$$;
select pg_temp.end_one();
select is((select count(*) from api.claim_jobs('worker', 10)), 0::bigint, 'two run, one is allowed');
select pg_temp.end_one();
select is((select count(*) from api.claim_jobs('worker', 10)), 0::bigint, 'one runs');
select pg_temp.end_one();
select is((select count(*) from api.claim_jobs('worker', 10)), 1::bigint, 'the next starts when none does');
select is((select count(*) from api.list_limits()), 1::bigint, 'one limit');
select tests.lives_clean();

select * from finish();
