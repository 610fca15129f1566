select plan(2);

select tests.as_operator();
create temporary table hold on commit drop as select * from tests.hold(start => false);
select is((select outcome from hold, api.fail_jobs(tests.item(hold.job_id, hold.fence, '{"error": {"class": "transient", "message": "x"}}'))), 'retried', 'failed before start_jobs');
select is((select tests.history(job_id) from hold), 'enqueued claimed started retried', 'no transition is left out');

select * from finish();
