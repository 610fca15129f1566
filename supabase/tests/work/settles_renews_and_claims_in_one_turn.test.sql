select plan(11);

select tests.as_operator();
select tests.fix_random(0.5);
select count(*) from api.enqueue_jobs('[{"type": "demo.a"}, {"type": "demo.b"}, {"type": "demo.c"}, {"type": "demo.d"}]');
create temporary table turn on commit drop as select api.work('worker', want => 4) as told;
create temporary table job on commit drop as
  select item.* from turn, jsonb_to_recordset(told -> 'jobs') as item (job_id bigint, fence bigint, type text, attempt integer, payload jsonb, lease_expires_at timestamptz);
select is((select told -> 'finished' from turn), '[]', 'nothing was finished');
select is((select told -> 'renewed' from turn), '[]', 'nothing was renewed');
select is((select count(*) from job), 4::bigint, 'four jobs were claimed');
select is((select array_agg(distinct tests.state(job_id)) from job), array['running'], 'and run');
select ok(
  (select bool_and(item ?& array['job_id', 'fence', 'attempt', 'max_attempts', 'type', 'payload', 'tenant_id', 'id',
    'correlation_id', 'cause', 'traceparent', 'created_at', 'lease_expires_at']) from turn, jsonb_array_elements(told -> 'jobs') as item),
  'with the fields of claim_jobs'
);

select tests.move_clock('30 seconds');
select count(*) from api.enqueue_job('demo.e');
create temporary table next on commit drop as select api.work('worker', (
  select jsonb_agg(jsonb_build_object('job_id', job_id, 'fence', fence) || case type
    when 'demo.a' then '{"outcome": "succeeded", "result": 7}'::jsonb
    when 'demo.b' then '{"outcome": "failed", "error": {"class": "transient", "message": "x"}}'
    else '{"outcome": "released", "delay_seconds": 60}'
  end) from job where type <> 'demo.d'
), (select array[min(fence)] from job), 5) as told;
select set_eq(
  $$ select job.type, item.outcome, item.retry_at is not null from next,
    jsonb_to_recordset(told -> 'finished') as item (job_id bigint, outcome text, retry_at timestamptz) join job using (job_id) $$,
  $$ values ('demo.a', 'succeeded', false), ('demo.b', 'retried', true), ('demo.c', 'released', false) $$,
  'each finished job has its outcome'
);
select is((select (told #>> '{renewed,0,fence}')::bigint from next), (select min(fence) from job), 'the fence was renewed');
select ok((select (told #>> '{renewed,0,lease_expires_at}')::timestamptz > cogo.now_() + interval '59 seconds' from next), 'by a full lease');
select is((select told #> '{renewed,0,cancelled}' from next), '[]', 'with nothing to stop');
select is((select jsonb_path_query_array(told, '$.jobs[*].type') from next), '["demo.e"]', 'and new work came');
select is((select api.get_job(job_id) -> 'result' from job where type = 'demo.a'), '7', 'the result is kept');

select * from finish();
