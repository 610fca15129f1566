select plan(6);

select tests.as_operator();
create temporary table hold on commit drop as select * from tests.hold(start => false);
select is((select tests.state(job_id) from hold), 'assigned', 'before');
select is((select outcome from hold, api.start_jobs(tests.item(hold.job_id, hold.fence))), 'started', 'it starts');
select is((select tests.state(job_id) from hold), 'running', 'after');
select is((select outcome from hold, api.start_jobs(tests.item(hold.job_id, hold.fence))), 'started', 'a repeat answers alike');
select is((select tests.history(job_id) from hold), 'enqueued claimed started', 'and is no second event');
select is_empty($$ select * from api.start_jobs('[]') $$, 'no jobs, no rows');

select * from finish();
