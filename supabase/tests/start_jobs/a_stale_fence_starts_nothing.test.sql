select plan(4);

select tests.as_operator();
select tests.fix_random(0.5);
create temporary table hold on commit drop as select * from tests.hold(start => false);
select tests.move_clock('2 minutes');
select cogo.sweep();
create temporary table next on commit drop as select * from api.claim_jobs('other');
select is((select outcome from hold, api.start_jobs(tests.item(hold.job_id, hold.fence))), 'lease_lost', 'the swept worker');
select is((select outcome from hold, api.start_jobs(tests.item(hold.job_id, 999999))), 'lease_lost', 'a fence that nobody has');
select is((select outcome from api.start_jobs(tests.item(999999, 1))), 'lease_lost', 'a job that is not there');
select is((select outcome from next, api.start_jobs(tests.item(next.job_id, next.fence))), 'started', 'the new worker starts it');

select * from finish();
