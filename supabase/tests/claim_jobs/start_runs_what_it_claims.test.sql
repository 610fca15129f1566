select plan(2);

select tests.as_operator();
create temporary table hold on commit drop as select * from tests.hold(start => true);
select is((select tests.state(job_id) from hold), 'running', 'the job runs at once');
select is((select tests.history(job_id) from hold), 'enqueued claimed started', 'by two events in order');

select * from finish();
