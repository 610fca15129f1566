select plan(6);

select tests.as_operator();
select tests.fix_random(0.5);
create temporary table made on commit drop as select job_id from api.enqueue_job('demo.a');
create function pg_temp.attempt() returns text language sql as $$ select api.get_job(job_id) ->> 'attempt' from made $$;
create function pg_temp.claim() returns jsonb language sql as $$ select tests.item(job_id, fence) from api.claim_jobs('worker', 1, start => true) $$;

select is(pg_temp.attempt(), '1', 'a new job');
create temporary table hold on commit drop as select pg_temp.claim() as item;
select count(*) from hold, api.release_jobs(hold.item);
select is(pg_temp.attempt(), '1', 'released: the same again');
select isnt(pg_temp.claim(), null, 'claimed again');
select tests.move_clock('61 seconds');
select cogo.sweep();
select is(pg_temp.attempt(), '2', 'orphaned: the next');
update hold set item = pg_temp.claim();
select is(pg_temp.attempt(), '2', 'while it is held');
select count(*) from hold, api.fail_jobs(jsonb_set(hold.item, '{0,error}', '{"class": "transient", "message": "x"}'));
select is(pg_temp.attempt(), '3', 'to be retried: the one after');

select * from finish();
