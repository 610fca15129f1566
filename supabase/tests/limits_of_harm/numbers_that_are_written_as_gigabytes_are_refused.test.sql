select plan(12);

create function pg_temp.many(number text, times integer) returns jsonb language sql as
  $$ select ('{"a": [' || rtrim(repeat(number || ',', times), ',') || ']}')::jsonb $$;

select is(cogo.json_bytes('{"a": 1}'), 8, 'a value is measured as JSON text');
select is(cogo.json_bytes(pg_temp.many('1e131071', 2000)), 2147483647, 'huge numbers are not written out');
select is(cogo.json_bytes(pg_temp.many('-1e131071', 2000)), 2147483647, 'nor negative ones');
select is(cogo.json_bytes(pg_temp.many('0e-16383', 2000)), 2147483647, 'nor zeros of many places');
select is(cogo.json_bytes(pg_temp.many('0', 2000)), octet_length(pg_temp.many('0', 2000)::text), 'plain zeros are');

select tests.as_agent('00000000-0000-4000-8000-00000000000a', '00000000-0000-4000-8000-0000000000a1');
select tests.refuses(
  $$ select api.enqueue_job('demo.one', pg_temp.many('1e131071', 2000)) $$, 'PT413', 'payload_too_large', '262144', 'in a payload'
);
select tests.refuses(
  $$ select api.enqueue_job('demo.one', pg_temp.many('1e131071', 3)) $$, 'PT413', 'payload_too_large', '262144', 'few of them count as what they are written as'
);
select tests.refuses(
  $$ select api.enqueue_jobs((select jsonb_agg(jsonb_build_object('type', 'demo.one', 'payload', '{"n": 1e131071}'::jsonb)) from generate_series(1, 200))) $$,
  'PT413', 'payload_too_large', '16777216', 'a batch has a limit as a whole'
);
select tests.refuses(
  $$ select api.enqueue_job('demo.one', pg_temp.many('7', 60000)) $$, 'PT413', 'payload_too_large', '262144', 'what takes six times as much in an answer'
);
select tests.refuses(
  $$ select api.complete_jobs(jsonb_build_array(jsonb_build_object('job_id', 1, 'fence', 1, 'result', pg_temp.many('1e131071', 2000)))) $$,
  'PT413', 'payload_too_large', '262144', 'in a result'
);
select tests.refuses(
  $$ select api.publish(jsonb_build_array(jsonb_build_object('type', 'a.b', 'payload', pg_temp.many('1e131071', 2000)))) $$,
  'PT413', 'payload_too_large', '262144', 'in a message'
);
select tests.refuses(
  $$ select api.register_worker('w', capabilities => pg_temp.many('1e131071', 2000)) $$, 'PT400', 'bad_argument', '8192', 'in what a worker can do'
);

select * from finish();
