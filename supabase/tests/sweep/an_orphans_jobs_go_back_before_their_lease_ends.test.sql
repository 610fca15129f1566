select plan(10);

select tests.as_operator();
select tests.fix_random(0.5);
select api.register_worker('worker', beat_seconds => 10);
create temporary table hold on commit drop as select * from tests.hold();
select tests.move_clock('19 seconds');
select is((cogo.sweep() ->> 'expired')::integer, 0, 'a worker that is late keeps its jobs');
select api.work('worker');
select tests.move_clock('19 seconds');
select is((cogo.sweep() ->> 'expired')::integer, 0, 'one that was heard of keeps them, too');
select tests.move_clock('2 seconds');
select is((cogo.sweep() ->> 'expired')::integer, 1, 'two missed beats end its claim, long before the lease');
select is((select tests.state(job_id) from hold), 'queued', 'the job is queued');
select is((select api.get_job(job_id) #>> '{attempts,0,outcome}' from hold), 'lease_expired', 'as when a lease ends');
select ok((select api.get_job(job_id) #>> '{attempts,0,error,message}' ~ 'orphaned' from hold), 'and it says that the worker was orphaned');
select is((select outcome from hold, api.complete(array[hold.job_id], array[hold.fence])), 'lease_lost', 'the orphan''s fence is void');

create temporary table other on commit drop as select * from api.claim_jobs('worker', start => true);
select api.unregister_worker('worker');
select is((cogo.sweep() ->> 'expired')::integer, 1, 'what a worker holds that said goodbye goes back at once');
select api.claim_jobs('nobody');
select tests.move_clock('59 seconds');
select is((cogo.sweep() ->> 'expired')::integer, 0, 'who is not registered has its lease');
select tests.move_clock('2 seconds');
select is((cogo.sweep() ->> 'expired')::integer, 1, 'and no more');

select * from finish();
