select plan(2);

select tests.as_operator();
create temporary table first on commit drop as select job_id from api.enqueue_jobs('[{"type": "demo.a", "idempotency_key": "k"}]');
select is((select job_id from api.enqueue_job('demo.a', idempotency_key => 'k')), (select job_id from first), 'enqueue_job and enqueue_jobs agree');
select is(
  (select job_id from api.enqueue_jobs('[{"type": "demo.a", "idempotency_key": "k", "payload": {}, "priority": "normal", "run_at": null}]')),
  (select job_id from first), 'a default written out changes nothing'
);

select * from finish();
