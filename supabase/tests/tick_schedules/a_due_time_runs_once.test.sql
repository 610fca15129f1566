select plan(10);

select tests.as_owner();
create temporary table start on commit drop as select tests.schedule('a') as at;
select is(cogo.tick_schedules(), '{"due": 0, "leads": true, "started": 0}', 'nothing is due yet');
select tests.set_clock(at - interval '5 seconds') from start;
select is(cogo.tick_schedules() ->> 'started', '0', 'nor just before');
select tests.set_clock(at) from start;
select is(cogo.tick_schedules() ->> 'started', '1', 'at its time it starts');
select is(cogo.tick_schedules() ->> 'started', '0', 'a second tick starts nothing');
select is(
  (select job.payload from cogo.jobs as job), (select jsonb_build_object('due', to_char(at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"')) from start),
  'its job is told when it was due'
);
select is((select next_run -> 'next_due_at' from api.list_schedules() as next_run), (select to_jsonb(at + interval '1 minute') from start), 'the next one is planned');

-- As if the tick had lost its memory: only the primary key and the job's key are left.
update cogo.schedules set next_due_at = start.at, next_run_at = start.at from start;
select is(cogo.tick_schedules() ->> 'started', '0', 'a due time that comes again is settled already');
delete from cogo.schedule_runs;
update cogo.schedules set next_due_at = start.at, next_run_at = start.at from start;
select is(cogo.tick_schedules() ->> 'started', '1', 'even a lost history');
select is((select count(*) from cogo.jobs), 1::bigint, 'makes no second job');

select tests.set_clock(at + interval '1 minute') from start;
do $$ begin perform cogo.tick_schedules(); raise exception 'crash'; exception when raise_exception then null; end $$;
select is(cogo.tick_schedules() ->> 'started', '1', 'a tick that died is made up for by the next');

select * from finish();
