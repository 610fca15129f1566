select plan(51);

create function pg_temp.refuses(job jsonb, field text) returns text language sql as $$
  select tests.refuses(
    format('select api.enqueue_jobs(%L)', jsonb_build_array(job)), 'PT400', 'bad_argument', field, job::text
  )
$$;

select tests.as_operator();
select pg_temp.refuses('{"payload": {}}', 'type');
select pg_temp.refuses('{"type": null}', 'type');
select pg_temp.refuses('{"type": 7}', 'type');
select pg_temp.refuses('{"type": "demo"}', 'type');
select pg_temp.refuses('{"type": "Demo.a"}', 'type');
select pg_temp.refuses('{"type": "demo.a b"}', 'type');
select pg_temp.refuses('{"type": "demo.*"}', 'type');
select pg_temp.refuses('{"type": "*"}', 'type');
select pg_temp.refuses(jsonb_build_object('type', 'demo.' || repeat('a', 116)), 'type');
select pg_temp.refuses('{"type": "demo.a", "payload": []}', 'payload');
select pg_temp.refuses('{"type": "demo.a", "payload": "x"}', 'payload');
select pg_temp.refuses('{"type": "demo.a", "payload": null}', 'payload');
select pg_temp.refuses('{"type": "demo.a", "tenant_id": "me"}', 'tenant_id');
select pg_temp.refuses('{"type": "demo.a", "idempotency_key": ""}', 'idempotency_key');
select pg_temp.refuses('{"type": "demo.a", "idempotency_key": 5}', 'idempotency_key');
select pg_temp.refuses(jsonb_build_object('type', 'demo.a', 'idempotency_key', repeat('k', 201)), 'idempotency_key');
select pg_temp.refuses('{"type": "demo.a", "run_at": "tomorrow"}', 'run_at');
select pg_temp.refuses('{"type": "demo.a", "run_at": "2026-13-01T00:00:00Z"}', 'run_at');
select pg_temp.refuses('{"type": "demo.a", "run_at": "2026-12-01T00:00:00"}', 'run_at');
select pg_temp.refuses('{"type": "demo.a", "run_at": "infinity"}', 'run_at');
select pg_temp.refuses('{"type": "demo.a", "run_at": "2999-01-01T00:00:00Z"}', 'run_at');
select pg_temp.refuses('{"type": "demo.a", "run_at": 1764000000}', 'run_at');
select pg_temp.refuses('{"type": "demo.a", "delay_seconds": -1}', 'delay_seconds');
select pg_temp.refuses('{"type": "demo.a", "delay_seconds": "5"}', 'delay_seconds');
select pg_temp.refuses('{"type": "demo.a", "delay_seconds": 1e300}', 'delay_seconds');
select pg_temp.refuses(jsonb_build_object('type', 'demo.a', 'delay_seconds', 1, 'run_at', now()), 'run_at and delay_seconds');
select pg_temp.refuses('{"type": "demo.a", "priority": "high"}', 'priority');
select pg_temp.refuses('{"type": "demo.a", "priority": 1}', 'priority');
select pg_temp.refuses('{"type": "demo.a", "executor": "GPU"}', 'executor');
select pg_temp.refuses('{"type": "demo.a", "executor": "a; drop table x"}', 'executor');
select pg_temp.refuses('{"type": "demo.a", "executor": "gpu"}', 'executor');
select pg_temp.refuses('{"type": "demo.a", "max_attempts": 0}', 'max_attempts');
select pg_temp.refuses('{"type": "demo.a", "max_attempts": 101}', 'max_attempts');
select pg_temp.refuses('{"type": "demo.a", "max_attempts": 1.5}', 'max_attempts');
select pg_temp.refuses('{"type": "demo.a", "max_attempts": "5"}', 'max_attempts');
select pg_temp.refuses('{"type": "demo.a", "correlation_id": "x"}', 'correlation_id');
select pg_temp.refuses('{"type": "demo.a", "cause": 12}', 'cause');
select pg_temp.refuses('{"type": "demo.a", "traceparent": 7}', 'traceparent');
select pg_temp.refuses('{"type": "demo.a", "traceparent": ["00"]}', 'traceparent');
select pg_temp.refuses('{"type": "demo.a", "after": 7}', 'after');
select pg_temp.refuses('{"type": "demo.a", "after": ["x"]}', 'after');
select pg_temp.refuses('{"type": "demo.a", "after": [1.5]}', 'after');
select pg_temp.refuses('{"type": "demo.a", "after": [-1]}', 'after');
select pg_temp.refuses('{"type": "demo.a", "after": [999999999999]}', 'after');
select pg_temp.refuses('{"type": "demo.a", "colour": "red"}', 'colour');
select pg_temp.refuses('7', 'object');
select tests.refuses($$ select api.enqueue_jobs(null) $$, 'PT400', 'bad_argument', 'jobs');
select tests.refuses($$ select api.enqueue_jobs('{}') $$, 'PT400', 'bad_argument', 'jobs');
select tests.refuses($$ select api.enqueue_jobs('[]') $$, 'PT400', 'bad_argument', 'jobs');
select tests.refuses(
  $$ select api.enqueue_jobs((select jsonb_agg('{"type": "demo.a"}'::jsonb) from generate_series(1, 1001))) $$,
  'PT400', 'bad_argument', 'jobs', 'more than 1000 jobs'
);
select is((select count(*) from api.list_jobs()), 0::bigint, 'nothing of all this was kept');

select * from finish();
