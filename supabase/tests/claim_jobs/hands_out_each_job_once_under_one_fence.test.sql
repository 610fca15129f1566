select plan(10);

select tests.as_operator();
select tests.fix_random(0.5);
create temporary table made on commit drop as
  select * from api.enqueue_jobs('[{"type": "demo.a", "payload": {"n": 1}}, {"type": "demo.b"}, {"type": "demo.c"}]');
create temporary table first on commit drop as select * from api.claim_jobs('worker', 2);
create temporary table second on commit drop as select * from api.claim_jobs('worker', 2);

select is((select array_agg(job_id order by job_id) from first), (select array_agg(job_id order by ordinal) from made where ordinal <= 2), 'the oldest come first');
select is((select array_agg(job_id) from second), (select array_agg(job_id) from made where ordinal = 3), 'the next claim takes what is left');
select is((select count(distinct fence) from first), 1::bigint, 'a claim has one fence');
select ok((select min(fence) from second) > (select max(fence) from first), 'and a later one a higher');
select is((select row (attempt, max_attempts, type, payload)::text from first order by job_id limit 1), (select row (1, 5, 'demo.a', '{"n": 1}'::jsonb)::text), 'a row tells what to do');
select is((select id from first order by job_id limit 1), (select id from made where ordinal = 1), 'under the id that enqueue gave');
select ok((select bool_and(lease_expires_at between cogo.now_() + interval '59 seconds' and cogo.now_() + interval '60 seconds') from first), 'the lease is the type''s');
select is((select tests.state(job_id) from first limit 1), 'assigned', 'claimed is assigned');
select is((select tests.history(job_id) from first limit 1), 'enqueued claimed', 'which is an event');
select is((select held from api.queue_stats() where queue_name = 'cogo_default_normal'), 3::bigint, 'queue_stats counts the held');

select * from finish();
