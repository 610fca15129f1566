select plan(5);

select tests.as_operator();
select tests.fix_random(0.5);
create temporary table hold on commit drop as select * from tests.hold();
select tests.move_clock('2 minutes');
select cogo.sweep();
create temporary table next on commit drop as select * from api.claim_jobs('other', start => true);
select is((select outcome from hold, api.fail_jobs(tests.item(hold.job_id, hold.fence, '{"error": {"class": "permanent", "message": "x"}}'))), 'lease_lost', 'the swept worker');
select is((select tests.state(job_id) from hold), 'running', 'the job runs on elsewhere');
select is((select outcome from next, api.complete(array[next.job_id], array[next.fence])), 'succeeded', 'and ends there');
select is((select outcome from next, api.fail_jobs(tests.item(next.job_id, next.fence, '{"error": {"class": "permanent", "message": "x"}}'))), 'lease_lost', 'what has succeeded cannot fail');

create temporary table late on commit drop as select * from tests.hold();
select tests.move_clock('2 minutes');
select is((select outcome from late, api.fail_jobs(tests.item(late.job_id, late.fence, '{"error": {"class": "transient", "message": "x"}}'))), 'retried', 'late but unswept still counts');

select * from finish();
