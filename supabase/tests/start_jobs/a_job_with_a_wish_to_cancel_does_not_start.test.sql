select plan(5);

select tests.as_operator();
create temporary table hold on commit drop as select * from tests.hold(start => false);
select is((select outcome from hold, api.cancel_jobs(array[hold.job_id])), 'cancel_requested', 'the wish is noted');
select is((select outcome from hold, api.start_jobs(tests.item(hold.job_id, hold.fence))), 'cancel_requested', 'the worker learns of it');
select is((select tests.state(job_id) from hold), 'assigned', 'and the job does not run');
select is((select outcome from hold, api.release_jobs(tests.item(hold.job_id, hold.fence))), 'cancelled', 'giving it back closes it');
select is((select tests.history(job_id) from hold), 'enqueued claimed cancelled', 'without ever having started');

select * from finish();
