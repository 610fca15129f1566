select plan(11);

select tests.as_owner();
select tests.schedule('a', '{"overlap": "skip", "paused": true}');
create temporary table first on commit drop as select api.run_schedule_now('a', 'k') as run;
select is((select run ->> 'state' from first), 'started', 'it runs, though paused');
select is(api.run_schedule_now('a', 'k') ->> 'job_id', (select run ->> 'job_id' from first), 'a repeat is answered with the first run');
select is(api.run_schedule_now('a', 'k') ->> 'created', 'false', 'and makes none');
select is(api.run_schedule_now('a', 'l') ->> 'reason', 'overlap', 'another key: the first has not ended, and overlap says skip');
select tests.schedule('b', '{"overlap": "allow"}');
select is(
  (select count(distinct run ->> 'job_id') from (select api.run_schedule_now('b') as run from generate_series(1, 3)) as runs), 3::bigint,
  'without a key each call is a run'
);
select is((select bool_and(by_hand) from api.schedule_history('b')), true, 'the history says that a hand did it');
select is((select count(*) from cogo.jobs), 4::bigint, 'four jobs in all');
select tests.refuses($$ select api.run_schedule_now('a', '') $$, 'PT400', 'bad_argument', 'idempotency_key');
select tests.refuses($$ select api.run_schedule_now(null) $$, 'PT404', 'schedule_not_found', 'schedule');

select tests.as_agent('00000000-0000-4000-8000-00000000000a', '00000000-0000-4000-8000-0000000000a1');
select tests.schedule('mine');
select is(api.run_schedule_now('mine') ->> 'state', 'started', 'an agent runs its own');
select tests.as_owner();
select is((select count(*) from cogo.jobs where tenant_id = '00000000-0000-4000-8000-00000000000a'), 1::bigint, 'for its tenant');

select * from finish();
