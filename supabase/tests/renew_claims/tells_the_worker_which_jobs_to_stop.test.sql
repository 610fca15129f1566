select plan(3);

select tests.as_operator();
select tests.fix_random(0.5);
select count(*) from api.enqueue_jobs('[{"type": "demo.a"}, {"type": "demo.b"}]');
create temporary table hold on commit drop as select * from api.claim_jobs('worker', 2, start => true);
create temporary table doomed on commit drop as select min(job_id) as job_id from hold;
select count(*) from doomed, api.cancel_jobs(array[doomed.job_id]);
select is(
  (select cancelled from api.renew_claims(array[(select min(fence) from hold)])), (select array[job_id] from doomed),
  'of two jobs under a fence the wished one is named'
);
select is(
  (select cancelled from api.renew_claims(array[(select min(fence) from hold)])), (select array[job_id] from doomed), 'until it ends'
);
select count(*) from hold join doomed using (job_id), api.release_jobs(tests.item(hold.job_id, hold.fence));
select is((select cancelled from api.renew_claims(array[(select min(fence) from hold)])), '{}', 'then no more');

select * from finish();
