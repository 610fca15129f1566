select plan(3);

select tests.as_operator();
select tests.fix_random(0.5);
create temporary table hold on commit drop as select * from tests.hold();
select is(
  (select round(extract(epoch from retry_at - cogo.now_()) / 10) * 10 from hold, api.fail_jobs(tests.item(
    hold.job_id, hold.fence, '{"error": {"class": "transient", "message": "429"}, "retry_in_seconds": 900}'
  ))), 900::numeric, 'a worker that was told when to come back says so'
);
create temporary table next on commit drop as select * from tests.hold();
select is(
  (select outcome from next, api.fail_jobs(tests.item(
    next.job_id, next.fence, '{"error": {"class": "transient", "message": "x"}, "retry_in_seconds": 0}'
  ))), 'retried', 'zero means now'
);
select is((select job_id from api.claim_jobs('worker')), (select job_id from next), 'so it can be claimed at once');

select * from finish();
