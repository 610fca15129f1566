select plan(7);
select tests.as_operator();
select api.register_job_type('strict.*', key_strict => true, max_attempts => 2);
create temporary table ids as select job_id, ordinal from api.enqueue_jobs(
  '[{"type":"strict.a","concurrency_key":"s"},{"type":"strict.a","concurrency_key":"s"},{"type":"strict.a","concurrency_key":"s"}]'
);
create temporary table one as select * from api.claim_jobs('worker', 10);
select results_eq('select job_id from one', 'select job_id from ids where ordinal = 1', 'the first runs alone');
select api.fail_jobs(tests.item((select job_id from one), (select fence from one), '{"error": {"class": "transient", "message": "x"}}'));
select is((select count(*)::integer from api.claim_jobs('worker', 10)), 0, 'while it waits for its retry the second does not overtake it');
select tests.move_clock('2 minutes');
create temporary table again as select * from api.claim_jobs('worker', 10);
select results_eq('select job_id from again', 'select job_id from ids where ordinal = 1', 'its retry runs');
select api.cancel_jobs(array[(select job_id from ids where ordinal = 2)]);
select is((select count(*)::integer from api.claim_jobs('worker', 10)), 0, 'the third still waits');
select api.complete(array[(select job_id from again)], array[(select fence from again)]);
select results_eq(
  $$ select job_id from api.claim_jobs('worker', 10) $$, 'select job_id from ids where ordinal = 3',
  'after the end of the first, and the second being cancelled, the third runs'
);
select tests.as_owner();
select is((select count(*)::integer from cogo.key_queue), 1, 'only open jobs queue');
select tests.lives_clean();
select * from finish();
