select plan(9);

select tests.as_operator();
select tests.fix_random(0.5);
create temporary table hold on commit drop as select * from tests.hold();
select results_eq(
  $$ select answer.outcome from hold, api.release_jobs(
    tests.item(hold.job_id, hold.fence + 7) || tests.item(hold.job_id, hold.fence) || tests.item(hold.job_id, hold.fence)
  ) as answer $$,
  array['lease_lost', 'released', 'released'], 'answers stand in the order given, a double counts once'
);
select is((select tests.history(job_id) from hold), 'enqueued claimed started released', 'one event');
select is((select depth from api.queue_stats() where queue_name = 'cogo_default_normal'), 1::bigint, 'one message');
select tests.refuses($$ select api.release_jobs('{}') $$, 'PT400', 'bad_argument', 'jobs');
select tests.refuses($$ select api.release_jobs('[{"job_id": 1, "fence": 1, "delay_seconds": -1}]') $$, 'PT400', 'bad_argument', 'delay_seconds');
select tests.refuses($$ select api.release_jobs('[{"job_id": 1, "fence": 1, "delay_seconds": "1"}]') $$, 'PT400', 'bad_argument', 'delay_seconds');
select tests.refuses($$ select api.release_jobs('[{"job_id": 1, "fence": 1, "delay_seconds": 2592001}]') $$, 'PT400', 'bad_argument', 'delay_seconds');
select tests.refuses($$ select api.release_jobs('[{"job_id": 1, "fence": 1, "error": {}}]') $$, 'PT400', 'bad_argument', 'error');
select is_empty($$ select * from api.release_jobs('[]') $$, 'no items, no rows');

select * from finish();
