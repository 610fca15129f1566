select plan(5);

select tests.as_operator();
select tests.fix_random(0.5);
create temporary table hold on commit drop as select * from tests.hold();
select tests.move_clock('2 minutes');
select cogo.sweep();
create temporary table next on commit drop as select * from api.claim_jobs('other', start => true);
select is((select job_id from next), (select job_id from hold), 'the job has a new worker');
select is((select outcome from hold, api.complete_jobs(tests.item(hold.job_id, hold.fence))), 'lease_lost', 'the old one is told so');
select is((select tests.state(job_id) from hold), 'running', 'and changed nothing');
select is((select outcome from next, api.complete_jobs(tests.item(next.job_id, next.fence))), 'succeeded', 'the new one completes it');
select is((select outcome from hold, api.complete_jobs(tests.item(hold.job_id, hold.fence))), 'lease_lost', 'the old one is still late');

select * from finish();
