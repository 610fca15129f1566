select plan(8);

select tests.as_operator();
select tests.fix_random(0.5);
create temporary table first on commit drop as
  select * from api.enqueue_jobs('[{"type": "demo.a", "idempotency_key": "k"}]');
create temporary table hold on commit drop as select * from api.claim_jobs('w', start => true);
select count(*) from hold, api.complete(array[hold.job_id], array[hold.fence]);
select is(tests.retain('8 days') ->> 'jobs', '1', 'the job is dropped');
select results_eq(
  $$ select job_id, id, created from api.enqueue_jobs('[{"type": "demo.b"}, {"type": "demo.a", "idempotency_key": "k"}]') where ordinal = 2 $$,
  $$ select job_id, id, false from first $$, 'its key still answers with its number and id'
);
select is((select type from api.claim_jobs('w', 10)), 'demo.b', 'and nothing runs again');
select tests.refuses(
  $$ select api.enqueue_jobs('[{"type": "demo.a", "idempotency_key": "k", "payload": {"n": 1}}]') $$, 'PT409', 'idempotency_conflict', 'jobs[0]'
);
select tests.refuses(
  $$ select api.enqueue_jobs(jsonb_build_array(jsonb_build_object('type', 'demo.c', 'after', array[job_id]))) from first $$,
  'PT400', 'bad_argument', 'after', 'a job that is gone cannot be waited for'
);
select tests.lives_clean();
select tests.move_clock('23 days');
select is((select created from api.enqueue_jobs('[{"type": "demo.a", "idempotency_key": "k"}]')), true, 'after thirty days it is free');
select tests.lives_clean();

select * from finish();
