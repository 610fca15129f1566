select plan(5);

-- {"x": "…"} is 9 bytes of JSON text around its value.
create function pg_temp.job(bytes integer) returns jsonb language sql as $$
  select jsonb_build_array(jsonb_build_object('type', 'demo.a', 'payload', jsonb_build_object('x', repeat('a', bytes - 9))))
$$;

select tests.as_operator();
select is(octet_length((pg_temp.job(262144) #> '{0,payload}')::text), 262144, 'the test counts right');
select lives_ok($$ select api.enqueue_jobs(pg_temp.job(262144)) $$, '262144 bytes pass');
select tests.refuses($$ select api.enqueue_jobs(pg_temp.job(262145)) $$, 'PT413', 'payload_too_large', '262145', '262145 do not');
select tests.refuses(
  $$ select api.enqueue_jobs(jsonb_build_array(jsonb_build_object('type', 'demo.a', 'payload', jsonb_build_object('x', repeat('é', 131070))))) $$,
  'PT413', 'payload_too_large', 'payload', 'bytes count, not characters'
);
select is((select count(*) from api.list_jobs()), 1::bigint, 'only the one that fits is kept');

select * from finish();
