select plan(11);

select tests.as_operator();
create temporary table hold on commit drop as select * from tests.hold();
select results_eq(
  $$ select answer.outcome from hold, api.complete_jobs(
    tests.item(hold.job_id, hold.fence + 7) || tests.item(hold.job_id, hold.fence, '{"result": null}')
    || tests.item(hold.job_id, hold.fence) || tests.item(999999, 1)
  ) as answer $$,
  array['lease_lost', 'succeeded', 'succeeded', 'lease_lost'], 'answers stand in the order given, a double counts once'
);
select is_empty($$ select * from api.complete_jobs('[]') $$, 'no items, no rows');
select tests.refuses($$ select api.complete_jobs(null) $$, 'PT400', 'bad_argument', 'results');
select tests.refuses($$ select api.complete_jobs('{"job_id": 1}') $$, 'PT400', 'bad_argument', 'results');
select tests.refuses($$ select api.complete_jobs('[null]') $$, 'PT400', 'bad_argument', 'results[0]');
select tests.refuses($$ select api.complete_jobs('[{"job_id": "x", "fence": 1}]') $$, 'PT400', 'bad_argument', 'job_id');
select tests.refuses($$ select api.complete_jobs('[{"job_id": 1, "fence": 1.5}]') $$, 'PT400', 'bad_argument', 'fence');
select tests.refuses($$ select api.complete_jobs('[{"job_id": 1, "fence": 1, "error": {}}]') $$, 'PT400', 'bad_argument', 'error');

create temporary table big on commit drop as select * from tests.hold();
select tests.refuses(
  $$ select answer.* from big, api.complete_jobs(tests.item(big.job_id, big.fence, jsonb_build_object('result', repeat('a', 262143)))) as answer $$,
  'PT413', 'payload_too_large', '262145', 'a result of 262145 bytes'
);
select is((select tests.state(job_id) from big), 'running', 'changes nothing');
select is(
  (select outcome from big, api.complete_jobs(tests.item(big.job_id, big.fence, jsonb_build_object('result', repeat('a', 262142))))),
  'succeeded', '262144 bytes pass'
);

select * from finish();
