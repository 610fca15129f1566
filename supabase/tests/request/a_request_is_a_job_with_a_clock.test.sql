select plan(12);

select tests.as_operator();
select api.register_job_type('ask.*', payload_schema => '{"type": "object", "required": ["q"]}');
select tests.as_agent('00000000-0000-4000-8000-00000000000a', '00000000-0000-4000-8000-0000000000a1');
create temporary table asked on commit drop as
  select api.request('ask.sum', '{"q": [1, 2]}', 30, idempotency_key => 'k') as told;
select is((select told ->> 'created' from asked), 'true', 'asked');
select is(api.get_reply(request_id => (select (told ->> 'request_id')::uuid from asked)) ->> 'state', 'pending', 'no answer yet');
select is(api.request('ask.sum', '{"q": [1, 2]}', 99, idempotency_key => 'k') - 'created', (select told - 'created' from asked), 'asked again it is the same, with its first clock');
select tests.refuses($$ select api.request('ask.sum', '{}') $$, 'PT422', 'schema_mismatch', 'q');
select tests.refuses($$ select api.request('ask.sum', '{"q": 1}', 0) $$, 'PT400', 'bad_argument', 'timeout_seconds');
select tests.refuses($$ select api.request(null) $$, 'PT400', 'bad_argument', 'type');
create temporary table hold on commit drop as select * from api.claim_jobs('worker', 1, start => true);
select count(*) from hold, api.complete_jobs(tests.item(hold.job_id, hold.fence, '{"result": {"sum": 3}}'));
select is(api.get_reply((select job_id from hold)) -> 'result', '{"sum": 3}', 'the result is the reply');
select is(api.get_reply((select job_id from hold)) ->> 'state', 'replied', 'as its state tells');
select tests.move_clock('1 hour');
select is(api.get_reply((select job_id from hold)) ->> 'state', 'replied', 'for good');
select tests.as_agent('00000000-0000-4000-8000-00000000000b', '00000000-0000-4000-8000-0000000000b1');
select tests.refuses(format('select api.get_reply(%s)', (select job_id from hold)), 'PT404', 'job_not_found', 'request');
select tests.refuses('select api.get_reply()', 'PT400', 'bad_argument', 'job_id');
select tests.refuses($$ select api.get_reply(request_id => '00000000-0000-0000-0000-000000000000') $$, 'PT404', 'job_not_found', '0000');

select * from finish();
