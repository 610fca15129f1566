select plan(7);

select tests.as_operator();
select count(*) from api.enqueue_job('demo.a', '{"n": 1}', idempotency_key => 'k');
create function pg_temp.conflicts(job jsonb, description text) returns text language sql as $$
  select tests.refuses(
    format('select api.enqueue_jobs(%L)', jsonb_build_array(job || '{"idempotency_key": "k"}')),
    'PT409', 'idempotency_conflict', 'idempotency_key', description
  )
$$;
select pg_temp.conflicts('{"type": "demo.a", "payload": {"n": 2}}', 'another payload');
select pg_temp.conflicts('{"type": "demo.b", "payload": {"n": 1}}', 'another type of the same prefix');
select pg_temp.conflicts('{"type": "demo.a", "payload": {"n": 1}, "priority": "urgent"}', 'another priority');
select pg_temp.conflicts('{"type": "demo.a", "payload": {"n": 1}, "delay_seconds": 5}', 'another time');
select tests.refuses(
  $$ select api.enqueue_jobs('[{"type": "demo.a", "idempotency_key": "z"}, {"type": "demo.a", "idempotency_key": "z", "payload": {"n": 3}}]') $$,
  'PT409', 'idempotency_conflict', 'jobs[1]', 'two bodies under a key in one batch'
);
select lives_ok(
  $$ select api.enqueue_job('demo.a', '{"n": 1}', 'k', correlation_id => gen_random_uuid(), cause => gen_random_uuid(),
    traceparent => '00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01') $$,
  'what tells a call from its repeat (correlation_id, cause, traceparent) is no part of the body'
);
select is((select count(*) from api.list_jobs()), 1::bigint, 'there is still one job');

select * from finish();
