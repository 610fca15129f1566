select plan(10);

select tests.as_operator();
select tests.fix_random(0.5);
select api.register_worker('worker');
create temporary table hold on commit drop as select * from tests.hold();
select api.enqueue_job('demo.a');
select is((select api.drain_worker('worker') - 'worker'), '{"state": "draining", "held": 1}', 'it is told what is still held');
select is((select api.drain_worker('worker') - 'worker'), '{"state": "draining", "held": 1}', 'twice is as good as once');
select is_empty($$ select * from api.claim_jobs('worker') $$, 'it is given no jobs');
create temporary table turn on commit drop as
  select api.work('worker', tests.item(job_id, fence, '{"outcome": "succeeded"}'), want => 5) as answer from hold;
select is((select answer #>> '{finished,0,outcome}' from turn), 'succeeded', 'what it has it may finish');
select is((select jsonb_array_length(answer -> 'jobs') from turn), 0, 'it gets nothing new');
select is((select answer -> 'drain' from turn), 'true', 'and learns why');
select is((select api.worker_heartbeat('worker') ->> 'drain'), 'true', 'a heartbeat tells it, too');
select is((select api.resume_worker('worker') - 'worker'), '{"state": "live", "held": 0}', 'until it is resumed');
select is((select count(*) from api.claim_jobs('worker')), 1::bigint, 'then it works on');
select tests.refuses($$ select api.drain_worker('nobody') $$, 'PT404', 'worker_not_found', 'nobody');

select * from finish();
