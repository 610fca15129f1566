select plan(2);

select tests.as_operator();
select count(*) from api.register_job_type('slow.*', lease_seconds => 120);
select count(*) from api.register_job_type('quick.*', lease_seconds => 30);
select count(*) from api.enqueue_jobs('[{"type": "quick.a"}, {"type": "slow.a"}]');
select is(
  (select array_agg(round(extract(epoch from lease_expires_at - cogo.now_()) / 10) * 10) from api.claim_jobs('worker', 2)),
  array[120, 120]::numeric[], 'one claim, one lease: the longest'
);
select count(*) from api.enqueue_job('quick.a');
select is(
  (select round(extract(epoch from lease_expires_at - cogo.now_()) / 10) * 10 from api.claim_jobs('worker', 2)),
  30::numeric, 'alone it has its own'
);

select * from finish();
