select plan(5);

select tests.as_operator();
create temporary table start on commit drop as select tests.schedule('a', '{"overlap": "skip"}') as at;
select tests.set_clock(at) from start;
select count(*) from (select cogo.tick_schedules()) as ticked;
select count(*) from api.enqueue_job('demo.b', tenant_id => '00000000-0000-4000-8000-00000000000b');

select tests.as_owner();
select tests.verify_tells(
  $$ insert into cogo.schedule_runs (schedule_id, due_at, planned_at, settled_at, state, job_id)
     select schedule_id, due_at + interval '1 s', planned_at, settled_at, state, job_id from cogo.schedule_runs $$,
  'a run of a schedule has a job of its own', 'two runs with one job'
);
select tests.verify_tells(
  $$ update cogo.schedules set next_due_at = null, next_run_at = null $$,
  'a schedule is planned unless it is paused or over', 'a schedule that fell asleep'
);
select tests.verify_tells(
  $$ update cogo.schedules set next_run_at = next_due_at + interval '1 s' $$,
  'a schedule runs at its due time and jitter', 'a schedule that runs at another time'
);
select tests.verify_tells(
  $$ insert into cogo.schedule_runs (schedule_id, due_at, planned_at, settled_at, state, job_id)
     select schedule_id, due_at + interval '1 s', planned_at, settled_at, state, (select max(id) from cogo.jobs) from cogo.schedule_runs $$,
  'runs that may not overlap do not', 'two open runs where one is allowed'
);
select tests.verify_tells(
  $$ update cogo.schedule_runs set job_id = (select max(id) from cogo.jobs) $$,
  'a run''s job is its schedule''s tenant''s', 'a job of another tenant'
);

select * from finish();
