select plan(11);

select tests.as_operator();
create temporary table answer on commit drop as
  select * from api.enqueue_jobs('[{"type": "demo.a"}, {"type": "demo.b", "payload": {"n": 2}}, {"type": "demo.c", "priority": "bulk"}]');

select is((select array_agg(ordinal order by ordinal) from answer), array[1, 2, 3], 'one row a job');
select is((select count(distinct job_id) from answer), 3::bigint, 'each has its own number');
select is((select array_agg(job_id order by ordinal) from answer), (select array_agg(job_id order by job_id) from answer), 'in the order given');
select ok((select bool_and(created) from answer), 'all are new');
select ok((select bool_and(id::text ~ '^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-8[0-9a-f]{3}-[0-9a-f]{12}$') from answer), 'ids are UUIDv7');
select is((select array_agg(id order by ordinal) from answer), (select array_agg((api.get_job(job_id) ->> 'id')::uuid order by job_id) from answer), 'get_job tells the same id');
select is((select api.get_job(job_id) -> 'payload' from answer where ordinal = 2), '{"n": 2}', 'the payload is kept');
select is((select api.get_job(job_id) -> 'payload' from answer where ordinal = 1), '{}', 'no payload is an empty one');
select is((select api.get_job(job_id) ->> 'priority' from answer where ordinal = 1), 'normal', 'no priority is normal');
select is((select api.get_job(job_id) ->> 'tenant_id' from answer where ordinal = 1), '00000000-0000-0000-0000-000000000000', 'an operator''s job belongs to the default tenant');
select is((select tests.history(job_id) from answer where ordinal = 1), 'enqueued', 'its first event tells it');

select * from finish();
