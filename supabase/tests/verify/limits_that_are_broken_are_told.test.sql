select plan(5);
select tests.as_operator();
select api.register_job_type('strict.*', key_strict => true);
select api.enqueue_jobs('[{"type":"strict.a","concurrency_key":"s"},{"type":"strict.a","concurrency_key":"s"},{"type":"demo.a","concurrency_key":"k"},{"type":"demo.b","concurrency_key":"k"}]');
select count(*) from api.claim_jobs('worker', 10);
select tests.as_owner();
create temporary table sleeper as select * from cogo.parked;
create function pg_temp.wrongly_held() returns void language sql as $$
  update cogo.key_queue set queued_xid = '1', granted_xmin = pg_current_xact_id();
  insert into cogo.held (job_id, fence, attempt, key_hash) select job_id, (select max(fence) from cogo.claims), attempt, limit_hash from sleeper;
$$;
select tests.verify_tells('select pg_temp.wrongly_held()', 'no limit is held beyond what was allowed', 'too many of a key');
select tests.verify_tells('select pg_temp.wrongly_held()', 'no job of a strict key overtakes another', 'a strict key out of order');
select tests.verify_tells('update cogo.held set key_hash = gen_random_uuid()', 'a permit is of the job that holds it', 'a permit of something else');
select tests.verify_tells('update cogo.claims set limited = false', 'a claim that holds permits says so', 'a claim that would free nothing');
select tests.verify_tells($$ delete from cogo.held where job_id = (select min(job_id) from cogo.key_queue);
  insert into cogo.attempts (job_id, fence, finished_at, attempt, final, outcome) select min(job_id), 999, now(), 1, true, 'succeeded' from cogo.key_queue $$,
  'a strict key queues open jobs', 'a closed job in a queue');
select * from finish();
