select plan(7);

select tests.as_owner();
-- As PostgREST calls: a full queue is then raised with a header.
select set_config('request.method', 'POST', true);
create temporary table start on commit drop as select tests.schedule('a') as at;
select tests.schedule('b');
select api.set_tenant_bound(1);
select count(*) from api.enqueue_job('demo.a');
select lives_ok($$ select tests.schedule('c') $$, 'a schedule may be set while its tenant is full');

select tests.set_clock(at) from start;
select is(cogo.tick_schedules() ->> 'started', '0', 'nothing starts while the queue is full');
select is(tests.runs('a'), '00 waiting refused', 'a run waits');
select is(tests.runs('b'), '00 waiting refused', 'each of them');
select results_eq(
  $$ select error ->> 'code', error ->> 'details', error ->> 'message' ~ '^Cannot enqueue 1 jobs' from api.schedule_history('a') $$,
  $$ values ('PT429', 'queue_full', true) $$, 'and says why in words that a caller knows'
);
select api.set_tenant_bound(10);
select tests.set_clock(at + interval '6 seconds') from start;
select is(cogo.tick_schedules() ->> 'started', '3', 'with room they start');
select is(tests.runs('a'), '00 started', 'late, but they do');

select * from finish();
