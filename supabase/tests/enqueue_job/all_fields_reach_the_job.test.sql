select plan(13);

select tests.as_operator();
create temporary table needed on commit drop as select job_id from api.enqueue_job('demo.needed');
create temporary table made on commit drop as select * from api.enqueue_job(
  'demo.a', '{"n": 1}', 'k', '2030-01-01T00:00:00Z', 'bulk', 'quality', 7, '00000000-0000-4000-8000-0000000000c1',
  '00000000-0000-4000-8000-0000000000c2', '00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01',
  (select array[job_id] from needed), '00000000-0000-4000-8000-00000000000b'
);
create temporary table job on commit drop as select api.get_job(job_id) as told from made;
select is((select told ->> 'type' from job), 'demo.a', 'type');
select is((select told -> 'payload' from job), '{"n": 1}', 'payload');
select is((select told ->> 'priority' from job), 'bulk', 'priority');
select is((select told ->> 'executor' from job), 'quality', 'executor');
select is((select told ->> 'max_attempts' from job), '7', 'max_attempts');
select is((select told ->> 'correlation_id' from job), '00000000-0000-4000-8000-0000000000c1', 'correlation_id');
select is((select told ->> 'cause' from job), '00000000-0000-4000-8000-0000000000c2', 'cause');
select is((select told ->> 'traceparent' from job), '00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01', 'traceparent');
select is((select told ->> 'tenant_id' from job), '00000000-0000-4000-8000-00000000000b', 'tenant_id');
select is((select told #>> '{waits_for,0}' from job), (select job_id::text from needed), 'after');
select is((select job_id from api.enqueue_job('demo.a', idempotency_key => 'other', payload => '{}')) - (select job_id from made), 1::bigint, 'names work as arguments too');
select is((select told ->> 'id' from job), (select id::text from made), 'id');
select ok((select created from made), 'created');

select * from finish();
