select plan(8);

select tests.as_operator();
select tests.fix_random(0.5);
create temporary table done on commit drop as select * from tests.hold();
select count(*) from done, api.cancel_jobs(array[done.job_id]);
select is((select outcome from done, api.complete(array[done.job_id], array[done.fence])), 'succeeded', 'it may have been done already');
select is((select tests.state(job_id) from done), 'succeeded', 'then it has succeeded');
select is((select outcome from done, api.cancel_jobs(array[done.job_id])), 'already_closed', 'and is closed');

create temporary table failed on commit drop as select * from tests.hold();
select count(*) from failed, api.cancel_jobs(array[failed.job_id]);
select is((select outcome from failed, api.fail_jobs(tests.item(failed.job_id, failed.fence, '{"error": {"class": "transient", "message": "x"}}'))), 'cancelled', 'a failure is not tried again');
select is((select tests.state(job_id) from failed), 'cancelled', 'but cancelled');

create temporary table silent on commit drop as select * from tests.hold();
select count(*) from silent, api.cancel_jobs(array[silent.job_id]);
select tests.move_clock('2 minutes');
select cogo.sweep();
select is((select tests.state(job_id) from silent), 'cancelled', 'and when the worker falls silent the sweep closes it');
select is((select tests.history(job_id) from silent), 'enqueued claimed started cancelled', 'the events');
select tests.as_owner();
select is_empty('select * from cogo.cancels', 'no wish is left over');

select * from finish();
