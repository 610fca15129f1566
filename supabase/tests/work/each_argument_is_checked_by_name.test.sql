select plan(19);

select tests.as_operator();
create temporary table hold on commit drop as select * from tests.hold();
create function pg_temp.finishing(item jsonb) returns jsonb language sql as $$
  select tests.item(job_id, fence, '{"outcome": "released"}') || jsonb_build_array('{"job_id": 1, "fence": 1}' || item) from hold
$$;
create function pg_temp.refuses(item jsonb, field text) returns text language sql as $$
  select tests.refuses(format('select api.work(''worker'', pg_temp.finishing(%L))', item), 'PT400', 'bad_argument', field, item::text)
$$;
select pg_temp.refuses('{}', 'finished[1]');
select pg_temp.refuses('{"outcome": "done"}', 'finished[1]');
select pg_temp.refuses('{"outcome": "cancelled"}', 'outcome');
select pg_temp.refuses('{"outcome": "succeeded", "colour": "red"}', 'finished[1]');
select pg_temp.refuses('{"outcome": "succeeded", "fence": null}', 'finished[1]');
select pg_temp.refuses('{"outcome": "succeeded", "error": {}}', 'error');
select pg_temp.refuses('{"outcome": "failed"}', 'error');
select pg_temp.refuses('{"outcome": "failed", "error": {"class": "odd", "message": "x"}}', 'error.class');
select pg_temp.refuses('{"outcome": "released", "delay_seconds": -1}', 'delay_seconds');
select is((select tests.state(job_id) from hold), 'running', 'a bad item refuses the whole turn');

select tests.refuses($$ select api.work('worker', '{}') $$, 'PT400', 'bad_argument', 'finished');
select tests.refuses($$ select api.work('worker', want => -1) $$, 'PT400', 'bad_argument', 'want');
select tests.refuses($$ select api.work('worker', want => 1001) $$, 'PT400', 'bad_argument', 'want');
select tests.refuses($$ select api.work('worker', want => null) $$, 'PT400', 'bad_argument', 'want');
select tests.refuses($$ select api.work('', want => 1) $$, 'PT400', 'bad_argument', 'worker');
select tests.refuses($$ select api.work('worker', want => 1, executor => null) $$, 'PT400', 'bad_argument', 'executor');
select tests.refuses(
  $$ select api.work('worker', renew => array(select generate_series(1, 1001)::bigint)) $$, 'PT400', 'bad_argument', 'fences'
);
select tests.refuses(
  $$ select api.work('worker', tests.item(1, 1, jsonb_build_object('outcome', 'succeeded', 'result', repeat('a', 262143)))) $$,
  'PT413', 'payload_too_large', '262145'
);
select is(api.work('worker', null, null) - 'now', '{"finished": [], "renewed": [], "jobs": []}', 'a turn without anything is an empty one');

select * from finish();
