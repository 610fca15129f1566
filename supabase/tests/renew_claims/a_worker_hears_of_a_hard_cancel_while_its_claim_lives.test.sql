select plan(5);

select tests.as_operator();
select tests.fix_random(0.5);
select count(*) from api.enqueue_jobs('[{"type": "demo.a"}, {"type": "demo.a"}]');
create temporary table hold on commit drop as select job_id, fence from api.claim_jobs('worker', 2, start => true);
create temporary table taken on commit drop as select * from hold order by job_id limit 1;

select is((select outcome from taken, api.cancel_jobs(array[taken.job_id], true)), 'cancelled', 'the job closes at once');
select tests.as_owner();
select cogo.sweep();
select tests.as_operator();
select is(
  (select renewal.cancelled from taken, api.renew_claims(array[taken.fence]) as renewal), array[(select job_id from taken)],
  'the claim lives on for the other job, and its worker hears which one to stop'
);
select is(
  (select outcome from taken, api.complete(array[taken.job_id], array[taken.fence])), 'lease_lost', 'its result comes too late'
);
select is(
  (select outcome from hold, api.complete(array[hold.job_id], array[hold.fence]) where hold.job_id not in (select job_id from taken)),
  'succeeded', 'the other job ends well'
);
select tests.as_owner();
select cogo.sweep();
select is((select count(*) from cogo.cancels), 0::bigint, 'then the wish is forgotten');

select * from finish();
