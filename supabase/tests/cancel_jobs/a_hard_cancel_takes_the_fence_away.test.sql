select plan(10);

select tests.as_operator();
select tests.fix_random(0.5);
create temporary table assigned on commit drop as select * from tests.hold(start => false);
select is((select outcome from assigned, api.cancel_jobs(array[assigned.job_id], true)), 'cancelled', 'assigned: closed at once');
select is((select tests.history(job_id) from assigned), 'enqueued claimed cancelled', 'its events');
create temporary table running on commit drop as select * from tests.hold();
select is((select outcome from running, api.cancel_jobs(array[running.job_id])), 'cancel_requested', 'running: asked first');
select is((select outcome from running, api.cancel_jobs(array[running.job_id], true)), 'cancelled', 'then made to');
select is((select outcome from running, api.cancel_jobs(array[running.job_id], true)), 'cancelled', 'a repeat answers alike');
select is((select tests.history(job_id) from running), 'enqueued claimed started cancelled', 'its events');
select is((select outcome from running, api.complete(array[running.job_id], array[running.fence])), 'lease_lost', 'its worker completes nothing');
select is((select lease_expires_at from running, api.renew_claims(array[running.fence])), null, 'and its claim is lost');

select count(*) from api.enqueue_jobs('[{"type": "demo.a"}, {"type": "demo.b"}]');
create temporary table pair on commit drop as select * from api.claim_jobs('worker', 2, start => true);
select count(*) from (select min(job_id) as job_id from pair) as one, api.cancel_jobs(array[one.job_id], true);
select isnt((select lease_expires_at from api.renew_claims(array[(select min(fence) from pair)])), null, 'of two jobs under a fence the other keeps it');
select is((select outcome from (select max(job_id) as job_id, max(fence) as fence from pair) as other, api.complete(array[other.job_id], array[other.fence])), 'succeeded', 'and ends well');

select * from finish();
