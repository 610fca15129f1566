select plan(7);

select tests.fix_random(0.5);
select api.register_job_type('strict.*', key_strict => true);
create temporary table ids on commit drop as select * from api.enqueue_jobs(
  '[{"type": "strict.a", "concurrency_key": "s"}, {"type": "strict.a", "concurrency_key": "s"}]'
);
create temporary table one on commit drop as select * from api.claim_jobs('worker', 10);
select count(*) from one, api.fail_jobs(tests.item(one.job_id, one.fence, '{"error": {"class": "transient", "message": "x"}, "retry_in_seconds": 600}'));
select count(*) from generate_series(1, 3) as turn, lateral (select count(*) from api.claim_jobs('worker', 10)) as claims;
select is((select count(*) from cogo.parked where woken_at is not null), 0::bigint, 'claims do not try the second again and again');
select is((select api.get_job(job_id) ->> 'limited_by' from ids where ordinal = 2), 'order', 'its order keeps it');

select count(*) from api.enqueue_job('demo.a', concurrency_key => 's');
create temporary table other on commit drop as select * from api.claim_jobs('worker', 10);
select is((select type from other), 'demo.a', 'a job of the key that is not strict runs meanwhile');
select tests.move_clock('11 minutes');
select is((select count(*) from api.claim_jobs('worker', 10)), 0::bigint, 'and takes its one permit');
select count(*) from other, api.complete(array[other.job_id], array[other.fence]);
create temporary table again on commit drop as select * from api.claim_jobs('worker', 10);
select results_eq('select job_id from again', 'select job_id from ids where ordinal = 1', 'then the first has its retry');
select count(*) from again, api.fail_jobs(tests.item(again.job_id, again.fence, '{"error": {"class": "permanent", "message": "x"}}'));
select results_eq('select job_id from api.claim_jobs(''worker'', 10)', 'select job_id from ids where ordinal = 2', 'its failure lets the second run');
select tests.lives_clean();

select * from finish();
