select plan(7);

select tests.as_operator();
select tests.fix_random(0.5);
create temporary table hold on commit drop as select * from tests.hold('{"type": "demo.a", "max_attempts": 1}');
select is((select outcome from hold, api.release_jobs(tests.item(hold.job_id, hold.fence))), 'released', 'given back');
select is((select outcome from hold, api.release_jobs(tests.item(hold.job_id, hold.fence))), 'released', 'a repeat answers alike');
select is((select tests.state(job_id) from hold), 'queued', 'it is queued');
create temporary table next on commit drop as select * from api.claim_jobs('other');
select is((select attempt from next), 1, 'and the first attempt again');
select ok((select next.fence > hold.fence from next, hold), 'under a newer fence');
select is((select outcome from hold, api.complete(array[hold.job_id], array[hold.fence])), 'lease_lost', 'the old fence is worth nothing');
select is((select tests.history(job_id) from hold), 'enqueued claimed started released claimed', 'the events');

select * from finish();
