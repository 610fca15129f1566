select plan(16);

select tests.as_agent('00000000-0000-4000-8000-00000000000a', '00000000-0000-4000-8000-0000000000a1');
create temporary table asked on commit drop as
  select nth, (api.request('ask.' || name, timeout_seconds => seconds) ->> 'job_id')::bigint as job_id
  from (values (1, 'done', 60), (2, 'open', 60), (3, 'bad', 60), (4, 'late', 5), (5, 'unwanted', 60)) as given (nth, name, seconds);
create temporary table hold on commit drop as select * from api.claim_jobs('worker', 9, start => true);
select count(*) from hold, api.complete_jobs(tests.item(hold.job_id, hold.fence, '{"result": {"n": 1}}')) where hold.type = 'ask.done';
select count(*) from hold, api.fail_jobs(tests.item(hold.job_id, hold.fence, '{"error": {"class": "permanent", "message": "no", "stage": "fetch", "reason": "policy_violation"}}')) where hold.type = 'ask.bad';
select count(*) from asked, api.cancel_jobs(array[job_id], true, 'nobody wants it') where nth = 5;
select tests.move_clock('6 seconds');

create temporary table told on commit drop as
  select item.ordinal, item.value as reply, answer ->> 'now' as at
  from (select api.get_replies(array_agg(job_id order by nth) || 999999999::bigint) as answer from asked) as given,
    jsonb_array_elements(given.answer -> 'replies') with ordinality as item (value, ordinal);
select is((select string_agg(reply ->> 'state', ' ' order by ordinal) from told), 'replied pending failed timed_out failed not_found', 'each as it stands, in the order given');
select is((select reply -> 'result' from told where ordinal = 1), '{"n": 1}', 'with its result');
select is((select (reply -> 'error') - 'message' from told where ordinal = 3), '{"class": "permanent", "stage": "fetch", "reason": "policy_violation"}', 'or its error');
select is((select reply #>> '{error,reason}' from told where ordinal = 4), 'timeout', 'a time that is over');
select is((select reply -> 'error' from told where ordinal = 5), '{"class": "permanent", "reason": "cancelled", "message": "nobody wants it"}', 'a cancel');
select is((select reply from told where ordinal = 6), '{"job_id": 999999999, "state": "not_found"}', 'and what is not there');
select ok((select bool_and((reply ->> 'expires_at')::timestamptz is not null) from told where ordinal < 6), 'until when each is waited for');
select ok((select max(at)::timestamptz - cogo.now_() between '-1 minute' and '0' from told), 'and what time it is');
select is((select job_id || ': ' || tests.state(job_id) from asked where nth = 4), (select job_id || ': cancelled' from asked where nth = 4), 'looking ended what is over');
select is(
  (select api.get_replies(array[job_id, job_id]) -> 'replies' -> 1 ->> 'state' from asked where nth = 1), 'replied', 'the same one twice'
);

select tests.as_agent('00000000-0000-4000-8000-00000000000b', '00000000-0000-4000-8000-0000000000b1');
select is(
  (select api.get_replies(array[job_id]) -> 'replies' from asked where nth = 1),
  (select jsonb_build_array(jsonb_build_object('job_id', job_id, 'state', 'not_found')) from asked where nth = 1),
  'another tenant''s reply is as one that is not there'
);
select tests.as_agent('00000000-0000-4000-8000-00000000000a', '00000000-0000-4000-8000-0000000000a1', '{jobs:write}');
select tests.refuses('select api.get_replies(array[1])', 'PT403', 'insufficient_scope', 'jobs:read');
select tests.as_agent('00000000-0000-4000-8000-00000000000a', '00000000-0000-4000-8000-0000000000a1');
select tests.refuses($$ select api.get_replies('{}') $$, 'PT400', 'bad_argument', 'job_ids');
select tests.refuses($$ select api.get_replies(null) $$, 'PT400', 'bad_argument', 'job_ids');
select tests.refuses($$ select api.get_replies(array[1, null]) $$, 'PT400', 'bad_argument', 'job_ids');
select tests.refuses($$ select api.get_replies(array(select generate_series(1, 1001))) $$, 'PT400', 'bad_argument', 'job_ids');

select * from finish();
