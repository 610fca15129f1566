select plan(14);

select tests.as_operator();
select tests.fix_random(0.5);
create temporary table dead on commit drop as select
  array(select tests.bury('{"type": "demo.a"}') from generate_series(1, 5)) as ids,
  tests.bury('{"type": "other.b"}') as other;
create temporary table done on commit drop as
  select api.redrive_matching('{"type_prefix": "demo.", "stage": "exec", "reason": "policy_violation"}', 3, 60) as answer;
select is((select (answer ->> 'redriven')::integer from done), 3, 'as many as were asked for');
select is((select answer ->> 'more' from done), 'true', 'and it says that there may be more');
select is(
  (select (answer ->> 'last_run_at')::timestamptz - cogo.now_() > interval '1.5 seconds' from done), true, 'spread by the rate'
);
select results_eq(
  $$ select job_id, state from api.list_dead_letters(type_prefix => 'demo.') order by 1 $$,
  $$ select id, case when nth <= 3 then 'redriven' else 'open' end from dead, unnest(ids) with ordinality as item (id, nth) $$, 'the oldest first'
);
select is((select count(*) from api.claim_jobs('w', 10)), 1::bigint, 'the first may run at once');
select tests.move_clock('1 second');
select is((select count(*) from api.claim_jobs('w', 10)), 1::bigint, 'the next a second later');
select tests.move_clock('1 second');
select is((select count(*) from api.claim_jobs('w', 10)), 1::bigint, 'the last in the end');
select is((select (api.redrive_matching('{}') - 'job_ids' - 'last_run_at')), '{"redriven": 3, "more": false}', 'an empty filter takes all that are undecided');
select is((select api.redrive_matching('{}') ->> 'redriven'), '0', 'once');
select tests.refuses($$ select api.redrive_matching('[]') $$, 'PT400', 'bad_argument', 'filter');
select tests.refuses($$ select api.redrive_matching('{"worker": "x"}') $$, 'PT400', 'bad_argument', 'worker');
select tests.refuses($$ select api.redrive_matching('{"since": "yesterday"}') $$, 'PT400', 'bad_argument', 'since');
select tests.refuses($$ select api.redrive_matching('{}', 10001) $$, 'PT400', 'bad_argument', 'max_jobs');
select tests.refuses($$ select api.redrive_matching('{}', 1, 0) $$, 'PT400', 'bad_argument', 'per_minute');

select * from finish();
