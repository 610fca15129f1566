select plan(2);

select tests.as_operator();
select tests.fix_random(0.5);
select count(*) from api.enqueue_jobs((select jsonb_agg('{"type": "demo.a"}'::jsonb) from generate_series(1, 10)));
create temporary table hold on commit drop as select * from api.claim_jobs('worker', 10, start => true);
select count(*) from (select * from hold order by job_id limit 4) as done, api.complete(array[done.job_id], array[done.fence]);
select tests.move_clock('61 seconds');
select is((cogo.sweep() ->> 'expired')::integer, 6, 'what is done stays done, the rest returns');
select is((select count(*) from api.claim_jobs('other', 100)), 6::bigint, 'to be claimed anew');

select * from finish();
