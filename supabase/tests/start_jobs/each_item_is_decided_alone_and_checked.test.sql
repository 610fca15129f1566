select plan(11);

select tests.as_operator();
create temporary table hold on commit drop as select * from tests.hold(start => false);
select results_eq(
  $$ select answer.outcome from hold, api.start_jobs(
    tests.item(hold.job_id, hold.fence + 7) || tests.item(hold.job_id, hold.fence) || tests.item(hold.job_id, hold.fence)
  ) as answer $$,
  array['lease_lost', 'started', 'started'], 'answers stand in the order given, a double counts once'
);
select is((select tests.history(job_id) from hold), 'enqueued claimed started', 'one event');
select tests.refuses($$ select api.start_jobs(null) $$, 'PT400', 'bad_argument', 'jobs');
select tests.refuses($$ select api.start_jobs('{}') $$, 'PT400', 'bad_argument', 'jobs');
select tests.refuses($$ select api.start_jobs('[7]') $$, 'PT400', 'bad_argument', 'jobs[0]');
select tests.refuses($$ select api.start_jobs('[{"fence": 1}]') $$, 'PT400', 'bad_argument', 'job_id');
select tests.refuses($$ select api.start_jobs('[{"job_id": 1}]') $$, 'PT400', 'bad_argument', 'fence');
select tests.refuses($$ select api.start_jobs('[{"job_id": 1, "fence": -1}]') $$, 'PT400', 'bad_argument', 'fence');
select tests.refuses($$ select api.start_jobs('[{"job_id": 1e30, "fence": 1}]') $$, 'PT400', 'bad_argument', 'job_id');
select tests.refuses($$ select api.start_jobs('[{"job_id": 1, "fence": 1}, {"job_id": 1, "fence": 1, "x": 2}]') $$, 'PT400', 'bad_argument', 'jobs[1]');
select tests.refuses(
  $$ select api.start_jobs((select jsonb_agg('{"job_id": 1, "fence": 1}'::jsonb) from generate_series(1, 1001))) $$,
  'PT400', 'bad_argument', '1000'
);

select * from finish();
