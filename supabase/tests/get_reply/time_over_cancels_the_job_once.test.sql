select plan(12);

select tests.as_agent('00000000-0000-4000-8000-00000000000a', '00000000-0000-4000-8000-0000000000a1');
create temporary table unheld on commit drop as select (api.request('ask.a', timeout_seconds => 10) ->> 'job_id')::bigint as job_id;
create temporary table late on commit drop as select (api.request('ask.b', timeout_seconds => 1000) ->> 'job_id')::bigint as job_id;
select api.request('ask.c', timeout_seconds => 20);
select tests.move_clock('11 seconds');
select is(api.get_reply(job_id) ->> 'state', 'timed_out', 'who asks after the time learns that it is over') from unheld;
select is(tests.state(job_id), 'cancelled', 'the job is cancelled') from unheld;
select is(api.get_reply(job_id) #>> '{error,reason}', 'timeout', 'the error says so') from unheld;
select is(tests.history(job_id), 'enqueued cancelled', 'once') from unheld;

create temporary table hold on commit drop as select * from api.claim_jobs('worker', 9, start => true);
select tests.move_clock('10 seconds');
select tests.as_owner();
select is(cogo.tend_events() ->> 'timed_out', '1', 'the clock does it where nobody asks');
select is(cogo.tend_events() ->> 'timed_out', '0', 'once');
select tests.as_agent('00000000-0000-4000-8000-00000000000a', '00000000-0000-4000-8000-0000000000a1');
select is(
  (select outcome from hold, api.complete_jobs(tests.item(hold.job_id, hold.fence, '{"result": 1}')) where hold.type = 'ask.c'),
  'lease_lost', 'whoever worked at it is out'
);
select is((select api.get_reply(job_id) ->> 'state' from hold where type = 'ask.c'), 'timed_out', 'and the asker knows');
select is(api.get_reply(job_id) ->> 'state', 'pending', 'others go on') from late;
select count(*) from hold, api.fail_jobs(tests.item(hold.job_id, hold.fence, '{"error": {"class": "permanent", "message": "no"}}')) where hold.type = 'ask.b';
select is(api.get_reply(job_id) ->> 'state', 'failed', 'a failure is an answer too') from late;
select is(api.get_reply(job_id) #>> '{error,message}', 'no', 'with its error') from late;
select tests.as_owner();
select is((select count(*) from cogo.requests where timed_out_at is not null), 2::bigint, 'two ran out of time');

select * from finish();
