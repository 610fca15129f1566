select plan(5);

select tests.as_operator();
select tests.fix_random(0.5);
create temporary table hold on commit drop as select * from tests.hold();
create temporary table waits on commit drop as select job_id from api.enqueue_job('demo.next');
savepoint before;
create temporary table lost on commit drop as
  select api.work('worker', (select tests.item(job_id, fence, '{"outcome": "succeeded"}') from hold), want => 1) as told;
select is((select jsonb_array_length(told -> 'jobs') from lost), 1, 'the turn took place');
rollback to before;
select is((select tests.state(job_id) from hold), 'running', 'what it finished runs');
select is((select tests.state(job_id) from waits), 'queued', 'what it claimed is queued');
select is((select outcome from hold, api.complete(array[hold.job_id], array[hold.fence])), 'succeeded', 'and both go on');
select is((select job_id from api.claim_jobs('worker')), (select job_id from waits), 'from where they stood');

select * from finish();
