select plan(13);

-- Many at once, most of them answered in no time by nobody.
select tests.as_owner();
create temporary table many on commit drop as select jsonb_agg(jsonb_build_object('type', 'ask.many')) as jobs from generate_series(1, 700);
create temporary table asked on commit drop as select made.job_id from many, cogo.enqueue_jobs(many.jobs) as made;
insert into asked select made.job_id from many, cogo.enqueue_jobs(many.jobs) as made;
insert into cogo.requests (job_id, expires_at) select job_id, cogo.now_() + interval '10 seconds' from asked;
select tests.move_clock('11 seconds');
select is(cogo.tend_events() ->> 'timed_out', '1000', 'a round ends a thousand');
select is(cogo.tend_events() ->> 'timed_out', '400', 'the next one the rest');
select is(cogo.tend_events() ->> 'timed_out', '0', 'each once');

select tests.as_agent('00000000-0000-4000-8000-00000000000a', '00000000-0000-4000-8000-0000000000a1');
-- The lease of the first worker ends before the time does: the job goes to a second one, and both answer.
create temporary table two on commit drop as select (api.request('ask.two', timeout_seconds => 600) ->> 'job_id')::bigint as job_id;
create temporary table first_hold on commit drop as select * from api.claim_jobs('first', 1, start => true);
select tests.move_clock('61 seconds');
select tests.as_owner();
select cogo.sweep();
select tests.as_agent('00000000-0000-4000-8000-00000000000a', '00000000-0000-4000-8000-0000000000a1');
select tests.move_clock('1 minute');
create temporary table second_hold on commit drop as select * from api.claim_jobs('second', 1, start => true);
select is((select job_id from second_hold), (select job_id from two), 'a worker that was silent has lost it to another');
select is((select outcome from first_hold as hold, api.complete_jobs(tests.item(hold.job_id, hold.fence, '{"result": 1}'))), 'lease_lost', 'of two answers the one without the fence is dropped, and told so');
select is((select outcome from second_hold as hold, api.complete_jobs(tests.item(hold.job_id, hold.fence, '{"result": 2}'))), 'succeeded', 'the other counts');
select is((select api.get_reply(job_id) ->> 'result' from two), '2', 'and is the reply');

-- Answered in the very moment in which the time is over, before anybody looked: it counts.
create temporary table last on commit drop as select (api.request('ask.last', timeout_seconds => 5) ->> 'job_id')::bigint as job_id;
create temporary table last_hold on commit drop as select * from api.claim_jobs('worker', 1, start => true);
select tests.move_clock('5 seconds');
select is((select outcome from last_hold as hold, api.complete_jobs(tests.item(hold.job_id, hold.fence, '{"result": 3}'))), 'succeeded', 'late, and nobody had looked');
select is((select api.get_reply(job_id) ->> 'state' from last), 'replied', 'is a reply');

-- The asker is gone. Whoever works at it learns at its next renewal.
create temporary table gone on commit drop as select (api.request('ask.gone', timeout_seconds => 5) ->> 'job_id')::bigint as job_id;
create temporary table gone_hold on commit drop as select * from api.claim_jobs('worker', 1, start => true);
select tests.move_clock('6 seconds');
select tests.as_owner();
select is(cogo.tend_events() ->> 'timed_out', '1', 'nobody needs to ask for it to end');
select tests.as_agent('00000000-0000-4000-8000-00000000000a', '00000000-0000-4000-8000-0000000000a1');
select is(
  (select renewed.lease_expires_at from gone_hold as hold, api.renew_claims(array[hold.fence]) as renewed), null, 'its worker is told that it is not its any more'
);
select is((select outcome from gone_hold as hold, api.complete_jobs(tests.item(hold.job_id, hold.fence, '{"result": 4}'))), 'lease_lost', 'its answer is dropped');
select is((select api.get_reply(job_id) ->> 'state' from gone), 'timed_out', 'for good');

select * from finish();
