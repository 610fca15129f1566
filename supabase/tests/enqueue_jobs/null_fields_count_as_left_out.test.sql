select plan(2);

select tests.as_operator();
create temporary table answer on commit drop as select * from api.enqueue_jobs('[{
  "type": "demo.a", "tenant_id": null, "idempotency_key": null, "run_at": null, "delay_seconds": null, "priority": null,
  "executor": null, "max_attempts": null, "correlation_id": null, "cause": null, "traceparent": null, "after": null
}]');
select is((select count(*) from answer), 1::bigint, 'the job is taken');
select is((select depth from api.queue_stats() where queue_name = 'cogo_default_normal'), 1::bigint, 'it is ready');

select * from finish();
