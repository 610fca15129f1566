select plan(16);

select tests.as_agent('00000000-0000-4000-8000-00000000000a', '00000000-0000-4000-8000-0000000000a1');
create function pg_temp.ask(type text, seconds integer, cause uuid default null, correlation uuid default null) returns jsonb
language sql as $$ select api.request(ask.type, timeout_seconds => ask.seconds, cause => ask.cause, correlation_id => ask.correlation) $$;
create temporary table a on commit drop as select told, (told ->> 'request_id')::uuid as id from pg_temp.ask('ask.b', 30) as told;
create temporary table b on commit drop as select made as told, (made ->> 'request_id')::uuid as id from a, pg_temp.ask('ask.c', 600, a.id) as made;
create temporary table c on commit drop as select made as told, (made ->> 'request_id')::uuid as id from b, pg_temp.ask('ask.d', 5, b.id) as made;
create function pg_temp.job(told jsonb) returns jsonb language sql as $$ select api.get_job((told ->> 'job_id')::bigint) $$;

select is((select b.told ->> 'expires_at' from b), (select a.told ->> 'expires_at' from a), 'no later than its cause');
select ok((select c.told ->> 'expires_at' < b.told ->> 'expires_at' from b, c), 'sooner where it says so');
select is((select pg_temp.job(told) ->> 'cause' from b), (select id::text from a), 'its cause is kept');
select is((select pg_temp.job(told) ->> 'correlation_id' from b), (select id::text from a), 'the correlation is that of the first');
select is((select pg_temp.job(told) ->> 'correlation_id' from c), (select id::text from a), 'and goes on');
create temporary table named on commit drop as select made as told from b, pg_temp.ask('ask.d', 5, b.id, '00000000-0000-4000-8000-000000000077') as made;
select is(
  (select pg_temp.job(told) ->> 'correlation_id' from named),
  '00000000-0000-4000-8000-000000000077', 'unless another one is named'
);
select is(
  (select (pg_temp.ask('ask.d', 600, '00000000-0000-4000-8000-000000000077') ->> 'expires_at')::timestamptz > cogo.now_() + interval '500 seconds'),
  true, 'a cause that is no job bounds nothing'
);
create temporary table plain on commit drop as select id from api.enqueue_jobs('[{"type": "demo.a"}]');
grant select on plain to service_role;
select ok(
  (select (pg_temp.ask('ask.d', 600, plain.id) ->> 'expires_at')::timestamptz > cogo.now_() + interval '500 seconds' from plain),
  'nor does a job that nobody waits for'
);

select tests.as_agent('00000000-0000-4000-8000-00000000000b', '00000000-0000-4000-8000-0000000000b1');
create temporary table other on commit drop as select made as told from a, pg_temp.ask('ask.c', 600, a.id) as made;
select ok(
  (select (told ->> 'expires_at')::timestamptz > cogo.now_() + interval '500 seconds' from other), 'another tenant''s request is no cause'
);
select is((select pg_temp.job(told) ->> 'correlation_id' from other), (select told ->> 'request_id' from other), 'and gives no correlation');

select tests.as_agent('00000000-0000-4000-8000-00000000000a', '00000000-0000-4000-8000-0000000000a1');
select tests.move_clock('31 seconds');
select tests.refuses((select format('select api.request(%L, cause => %L)', 'ask.d', id) from a), 'PT409', 'request_timed_out', 'cause');
select tests.as_owner();
select is((select asked_by::text from cogo.requests, b where job_id = (b.told ->> 'job_id')::bigint), '00000000-0000-4000-8000-0000000000a1', 'who asked is kept');
select cogo.tend_events();
select tests.as_agent('00000000-0000-4000-8000-00000000000a', '00000000-0000-4000-8000-0000000000a1');
select is(
  (select string_agg(api.get_reply((told ->> 'job_id')::bigint) ->> 'state', ' ') from (select told from a union all select told from b union all select told from c) as chain),
  'timed_out timed_out timed_out', 'a chain ends as one'
);
select tests.refuses((select format('select api.request(%L, cause => %L)', 'ask.d', id) from a), 'PT409', 'request_timed_out', 'cause', 'also when it has been told');
select is(
  (select count(*) from api.claim_jobs('worker', 9) as job where job.type in ('ask.b', 'ask.c')), 0::bigint, 'nobody is given what is over'
);
select tests.as_operator();
create temporary table nested on commit drop as select made as told from plain, api.request('ask.e', cause => plain.id) as made;
select is(
  (select pg_temp.job(told) ->> 'tenant_id' from nested), '00000000-0000-4000-8000-00000000000a', 'an operator''s worker asks in the name of whose job it is'
);

select * from finish();
