select plan(3);

select tests.as_operator();
create temporary table hold on commit drop as select * from tests.hold();
savepoint before;
select count(*) from hold, api.complete(array[hold.job_id], array[hold.fence]);
rollback to before;
select is((select tests.state(job_id) from hold), 'running', 'the job still runs');
select is((select tests.history(job_id) from hold), 'enqueued claimed started', 'no event tells otherwise');
select is((select outcome from hold, api.complete(array[hold.job_id], array[hold.fence])), 'succeeded', 'and may be completed');

select * from finish();
