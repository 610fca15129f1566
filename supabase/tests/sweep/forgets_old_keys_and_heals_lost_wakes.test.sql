select plan(5);

select tests.as_operator();
select tests.fix_random(0.5);
select count(*) from api.enqueue_job('demo.a', idempotency_key => 'k');
create temporary table hold on commit drop as select job_id, fence from api.claim_jobs('worker', 1, start => true);
create temporary table blocked on commit drop as select made.job_id from hold, api.enqueue_job('demo.b', after => array[hold.job_id]) as made;
select count(*) from hold, api.complete(array[hold.job_id], array[hold.fence]);
select tests.as_owner();
-- As if the needed job had closed while the other was being enqueued.
delete from pgmq.q_cogo_default_normal;
insert into cogo.blocked (job_id) select job_id from blocked;
insert into cogo.dependencies (needed_job_id, job_id) select hold.job_id, blocked.job_id from hold, blocked;
select is((cogo.sweep() ->> 'woken')::integer, 1, 'a blocked job with nothing to wait for is woken');
select is((select job_id from cogo.claim_jobs('worker', 1, 'default', false)), (select job_id from blocked), 'and can be claimed');

select is((cogo.sweep() ->> 'forgotten')::integer, 0, 'a fresh key is kept');
select tests.move_clock('31 days');
select is((cogo.sweep() ->> 'forgotten')::integer, 1, 'an old one is not');
select is_empty('select * from cogo.idempotency_keys', 'it is gone');

select * from finish();
