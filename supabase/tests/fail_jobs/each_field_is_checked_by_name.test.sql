select plan(21);

create function pg_temp.refuses(item jsonb, field text) returns text language sql as $$
  select tests.refuses(
    format('select api.fail_jobs(%L)', jsonb_build_array('{"job_id": 1, "fence": 1}' || item)), 'PT400', 'bad_argument', field, item::text
  )
$$;
select tests.as_operator();
select pg_temp.refuses('{}', 'error');
select pg_temp.refuses('{"error": null}', 'error');
select pg_temp.refuses('{"error": "broken"}', 'error');
select pg_temp.refuses('{"error": {"message": "x"}}', 'error.class');
select pg_temp.refuses('{"error": {"class": "fatal", "message": "x"}}', 'error.class');
select pg_temp.refuses('{"error": {"class": "transient"}}', 'error.message');
select pg_temp.refuses('{"error": {"class": "transient", "message": 5}}', 'error.message');
select pg_temp.refuses('{"error": {"class": "transient", "message": "x", "stage": "lunch"}}', 'error.stage');
select pg_temp.refuses('{"error": {"class": "transient", "message": "x", "reason": "bad luck"}}', 'error.reason');
select pg_temp.refuses('{"error": {"class": "transient", "message": "x", "stack": []}}', 'error has a field');
select pg_temp.refuses(jsonb_build_object('error', jsonb_build_object('class', 'transient', 'message', repeat('x', 16400))), '16384');
select pg_temp.refuses('{"error": {"class": "transient", "message": "x"}, "retry_in_seconds": -1}', 'retry_in_seconds');
select pg_temp.refuses('{"error": {"class": "transient", "message": "x"}, "retry_in_seconds": 2592001}', 'retry_in_seconds');
select pg_temp.refuses('{"error": {"class": "transient", "message": "x"}, "retry_in_seconds": "soon"}', 'retry_in_seconds');
select pg_temp.refuses('{"error": {"class": "transient", "message": "x"}, "delay_seconds": 1}', 'delay_seconds');
select pg_temp.refuses('{"job_id": null, "error": {"class": "transient", "message": "x"}}', 'job_id');
select tests.refuses($$ select api.fail_jobs(null) $$, 'PT400', 'bad_argument', 'failures');
select tests.refuses($$ select api.fail_jobs('7') $$, 'PT400', 'bad_argument', 'failures');
select is_empty($$ select * from api.fail_jobs('[]') $$, 'no items, no rows');

create temporary table hold on commit drop as select * from tests.hold();
select tests.refuses(
  $$ select answer.* from hold, api.fail_jobs(
    tests.item(hold.job_id, hold.fence, '{"error": {"class": "permanent", "message": "x"}}') || tests.item(1, 1)
  ) as answer $$, 'PT400', 'bad_argument', 'failures[1]', 'a bad form refuses the whole call'
);
select is((select tests.state(job_id) from hold), 'running', 'and nothing was settled');

select * from finish();
