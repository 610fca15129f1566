select plan(6);

select tests.as_operator();
select tests.fix_random(0.5);
create temporary table hold on commit drop as select * from tests.hold('{"type": "demo.a", "max_attempts": 1}');
select is(
  (select outcome from hold, api.fail_jobs(tests.item(hold.job_id, hold.fence, '{"error": {"class": "lease_conflict", "message": "another holds the file"}}'))),
  'released', 'it is given back'
);
create temporary table next on commit drop as select * from api.claim_jobs('worker');
select is((select attempt from next), 1, 'and comes again as the same attempt');
select is((select api.get_job(job_id) #>> '{attempts,0,error,message}' from hold), 'another holds the file', 'its error is kept');
select is((select tests.history(job_id) from hold), 'enqueued claimed started released claimed', 'the events');
select is(
  (select outcome from next, api.fail_jobs(tests.item(next.job_id, next.fence, '{"error": {"class": "lease_conflict", "message": "still"}, "retry_in_seconds": 60}'))),
  'released', 'a delay may be wished'
);
select is_empty($$ select * from api.claim_jobs('worker') $$, 'then it waits');

select * from finish();
