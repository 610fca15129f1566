select plan(7);

select tests.fix_random(0.5);
select count(*) from api.enqueue_jobs((select jsonb_agg('{"type": "demo.a", "concurrency_key": "k"}'::jsonb) from generate_series(1, 6)));
create temporary table hold (nth serial, job_id bigint, fence bigint) on commit drop;
create function pg_temp.next_one() returns integer language sql as $$
  with taken as (insert into hold (job_id, fence) select job_id, fence from api.claim_jobs('worker', 5) returning 1) select count(*)::integer from taken
$$;
create view pg_temp.latest as select * from hold order by nth desc limit 1;
select is(pg_temp.next_one(), 1, 'one at a time');
select count(*) from pg_temp.latest, api.cancel_jobs(array[job_id], hard => true);
select is(pg_temp.next_one(), 1, 'after a hard cancel');
select count(*) from pg_temp.latest, api.fail_jobs(tests.item(job_id, fence, '{"error": {"class": "permanent", "message": "x"}}'));
select is(pg_temp.next_one(), 1, 'after a failure');
select count(*) from pg_temp.latest, api.fail_jobs(tests.item(job_id, fence, '{"error": {"class": "transient", "message": "x"}, "retry_in_seconds": 900}'));
select is(pg_temp.next_one(), 1, 'while a retry waits');
select count(*) from pg_temp.latest, api.release_jobs(tests.item(job_id, fence, '{"delay_seconds": 900}'));
select is(pg_temp.next_one(), 1, 'after a release');
select tests.move_clock('3 minutes');
select cogo.sweep();
select is(pg_temp.next_one(), 1, 'after the end of a lease');
select tests.lives_clean();

select * from finish();
