select plan(3);

select tests.as_operator();
select tests.fix_random(0.5);
create temporary table first on commit drop as select * from tests.hold('{"type": "demo.a", "idempotency_key": "k"}');
select is((select outcome from first, api.complete(array[first.job_id], array[first.fence])), 'succeeded', 'the job is done');
select is((select job_id from api.enqueue_jobs('[{"type": "demo.a", "idempotency_key": "k"}]')), (select job_id from first), 'its key still names it');
select is_empty($$ select * from api.claim_jobs('worker') $$, 'and nothing runs again');

select * from finish();
