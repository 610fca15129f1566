select plan(6);

select tests.fix_random(0.5);
select api.set_limit('type', 'demo.*', max_running => 1, rate_count => 1, rate_seconds => 10);
select api.set_limit('tenant', rate_count => 1, rate_seconds => 10);
select count(*) from api.enqueue_jobs((select jsonb_agg('{"type": "demo.a"}'::jsonb) from generate_series(1, 3)));
create temporary table hold on commit drop as select * from api.claim_jobs('worker', 5);
select is((select count(*) from hold), 1::bigint, 'one starts');
select tests.move_clock('41 seconds');
select is((select count(*) from api.claim_jobs('worker', 5)), 0::bigint, 'their turns have come, but the first still runs');
select api.set_limit('type', 'demo.*', max_running => 1, rate_count => 1, rate_seconds => 10);
select count(*) from hold, api.complete(array[hold.job_id], array[hold.fence]);
create temporary table second on commit drop as select * from api.claim_jobs('worker', 5);
select is((select count(*) from second), 1::bigint, 'its end lets the next run at once');
select count(*) from second, api.complete(array[second.job_id], array[second.fence]);
select is((select count(*) from api.claim_jobs('worker', 5)), 0::bigint, 'the third waits for its turn in both rates');
do $$ begin for turn in 1 .. 3 loop perform tests.move_clock('10 seconds'); perform count(*) from api.claim_jobs('worker', 5); end loop; end $$;
select is((select count(*) from cogo.held), 1::bigint, 'and is not sent from one queue to the other for ever');
select tests.lives_clean();

select * from finish();
