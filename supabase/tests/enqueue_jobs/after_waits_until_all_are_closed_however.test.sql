select plan(11);

select tests.as_operator();
select tests.fix_random(0.5);
create temporary table needed (nth bigint, job_id bigint, fence bigint) on commit drop;
select count(*) from api.enqueue_jobs('[{"type": "demo.a"}, {"type": "demo.b"}, {"type": "demo.c"}]');
insert into needed select row_number() over (order by job_id), job_id, fence from api.claim_jobs('worker', 3, start => true);
create temporary table last on commit drop as
  select * from api.enqueue_job('demo.last', after => (select array_agg(job_id) from needed));

select is((select tests.state(job_id) from last), 'queued', 'a blocked job is queued');
select is((select api.get_job(job_id) -> 'waits_for' from last), (select jsonb_agg(job_id order by job_id) from needed), 'get_job tells what it waits for');
select is((select blocked from api.queue_stats() where queue_name = 'cogo_default_normal'), 1::bigint, 'queue_stats counts it');
select is_empty($$ select * from api.claim_jobs('worker') $$, 'it cannot be claimed');

select is((select outcome from needed, api.complete(array[needed.job_id], array[needed.fence]) where nth = 1), 'succeeded', 'one succeeds');
select is_empty($$ select * from api.claim_jobs('worker') $$, 'still blocked');
select is(
  (select outcome from needed, api.fail_jobs(tests.item(needed.job_id, fence, '{"error": {"class": "permanent", "message": "no"}}')) where nth = 2),
  'dead_lettered', 'one fails for good'
);
select is_empty($$ select * from api.claim_jobs('worker') $$, 'still blocked');
select is((select outcome from needed, api.cancel_jobs(array[needed.job_id], true) where nth = 3), 'cancelled', 'one is cancelled');
select is((select api.get_job(job_id) -> 'waits_for' from last), '[]', 'nothing is waited for');
select is((select job_id from api.claim_jobs('worker')), (select job_id from last), 'now it runs');

select * from finish();
