select plan(4);

select tests.fix_random(0.5);
select api.register_job_type('strict.*', key_strict => true);
create temporary table ids on commit drop as select * from api.enqueue_jobs(
  '[{"type": "strict.a", "concurrency_key": "s"}, {"type": "strict.a", "concurrency_key": "s"}]'
);
create temporary table one on commit drop as select * from api.claim_jobs('worker', 10);
select count(*) from one, api.fail_jobs(tests.item(one.job_id, one.fence, '{"error": {"class": "permanent", "message": "x"}}'));
create temporary table redriven on commit drop as select made.* from one, api.redrive_dead_letters(array[one.job_id]) as made;
create temporary table two on commit drop as select * from api.claim_jobs('worker', 10);
select results_eq('select job_id from two', 'select job_id from ids where ordinal = 2', 'the second comes first now');
select is((select count(*) from api.claim_jobs('worker', 10)), 0::bigint, 'the new job has the key, too');
select count(*) from two, api.complete(array[two.job_id], array[two.fence]);
select results_eq('select job_id from api.claim_jobs(''worker'', 10)', 'select job_id from redriven', 'and runs after it');
select tests.lives_clean();

select * from finish();
