select plan(12);

select tests.as_operator();
select tests.fix_random(0.5);
create temporary table dead on commit drop as select tests.bury() as job_id;
create temporary table next on commit drop as select answer.job_id from dead, api.redrive_dead_letters(array[dead.job_id]) as answer;
select is(tests.retain('40 days') ->> 'jobs', '0', 'a dead job is kept while its redrive is open');
select tests.lives_clean();
create temporary table hold on commit drop as select * from api.claim_jobs('w', start => true);
select count(*) from hold, api.complete(array[hold.job_id], array[hold.fence]);
select is(tests.retain('1 minute') ->> 'jobs', '1', 'and goes once that has ended');
select tests.as_owner();
select is_empty($$ select * from cogo.events, dead where job_ids = array[dead.job_id] $$, 'its events with it, though their turn had passed');

select tests.as_operator();
create temporary table closed on commit drop as select * from tests.hold();
select count(*) from closed, api.complete(array[closed.job_id], array[closed.fence]);
create temporary table blocker on commit drop as select job_id from api.enqueue_job('demo.a', priority => 'bulk');
create temporary table blocked on commit drop as select made.job_id from blocker, api.enqueue_job('demo.a', after => array[blocker.job_id]) as made;
select tests.as_owner();
-- As when the wake was missed because somebody else held the row.
insert into cogo.dependencies (needed_job_id, job_id) select closed.job_id, blocked.job_id from closed, blocked;
select is(tests.retain('8 days') ->> 'jobs', '1', 'a closed job that another waits for stays');
select is((select count(*) from cogo.kept_back, closed where kept_back.job_id = closed.job_id), 1::bigint, 'it is kept back');
select tests.lives_clean();
delete from cogo.dependencies using closed where needed_job_id = closed.job_id;
select is(tests.retain('1 minute') ->> 'jobs', '1', 'and goes when nobody does');

-- As when the wait began in the very moment of the drop.
insert into cogo.dependencies (needed_job_id, job_id) select closed.job_id, blocked.job_id from closed, blocked;
delete from cogo.dependencies using blocker where needed_job_id = blocker.job_id;
select is((select tests.state(job_id) from blocked), 'queued', 'a job that waits for one that is gone');
select tests.retain('1 minute');
select is_empty($$ select * from cogo.blocked $$, 'is freed');
select tests.as_operator();
select is((select count(*) from api.claim_jobs('w', 10)), 2::bigint, 'and runs');
select tests.lives_clean();

select * from finish();
