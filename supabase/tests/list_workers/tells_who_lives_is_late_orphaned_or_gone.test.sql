select plan(11);

select tests.as_operator();
select tests.fix_random(0.5);
select api.register_worker('w', beat_seconds => 10);
select is((select state from api.list_workers()), 'live', 'a worker that has just registered is live');
select tests.move_clock('11 seconds');
select is((select state from api.list_workers()), 'late', 'a missed beat makes it late');
select tests.move_clock('10 seconds');
select is((select state from api.list_workers()), 'orphaned', 'two make it an orphan');
select api.work('w');
select is((select state from api.list_workers()), 'live', 'any work call is a beat');
select tests.move_clock('21 seconds');
select api.worker_heartbeat('w', 0.5, 3);
select results_eq($$ select state, load, held from api.list_workers('default', 'live') $$, $$ values ('live', 0.5::real, 0) $$,
  'so is a heartbeat; what it holds is counted, not believed');
select is((select count(*) from api.list_workers('quality')), 0::bigint, 'filtered by executor');
select tests.move_clock('1 hour 1 second');
select is((select state from api.list_workers()), 'gone', 'after an hour of silence it is gone');
select tests.as_owner();
select is((select cogo.forget_workers(cogo.now_(), 10)), 0, 'it is listed for a day');
select tests.move_clock('1 day');
select is((select cogo.forget_workers(cogo.now_(), 10)), 1, 'and then forgotten');
select tests.as_operator();
select tests.refuses($$ select * from api.list_workers(only_state => 'x') $$, 'PT400', 'bad_argument', 'only_state');
select tests.refuses($$ select * from api.list_workers(row_limit => 0) $$, 'PT400', 'bad_argument', 'row_limit');

select * from finish();
