select plan(8);

select tests.as_operator();
select tests.fix_random(0.5);
select tests.freeze_clock(cogo.now_());
create temporary table hold on commit drop as select * from tests.hold();
create temporary table answer on commit drop as
  select failed.* from hold, api.fail_jobs(tests.item(
    hold.job_id, hold.fence, '{"error": {"class": "transient", "message": "no route", "reason": "dependency_unavailable", "stage": "fetch"}}'
  )) as failed;
select is((select outcome from answer), 'retried', 'it will be tried again');
select ok((select retry_at between cogo.now_() + interval '400 milliseconds' and cogo.now_() + interval '500 milliseconds' from answer), 'after the type''s base delay');
select is((select tests.state(job_id) from hold), 'queued', 'meanwhile it is queued');
select is((select api.get_job(job_id) #>> '{error,message}' from hold), 'no route', 'get_job tells the last error');
select is((select (api.get_job(job_id) ->> 'run_at')::timestamptz from hold), (select retry_at from answer), 'and when it runs again');
select is_empty($$ select * from api.claim_jobs('worker') $$, 'not before');
select tests.move_clock('1 second');
select is((select attempt from api.claim_jobs('worker')), 2, 'then as the second attempt');
select is((select tests.history(job_id) from hold), 'enqueued claimed started retried claimed', 'the events');

select * from finish();
