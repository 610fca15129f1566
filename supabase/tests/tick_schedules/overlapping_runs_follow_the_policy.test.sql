select plan(14);

-- Ends the job that a schedule started last, as a worker would.
create function pg_temp.finish_one(job_id bigint) returns void language plpgsql as $$
declare
  hold record;
begin
  for hold in select * from api.claim_jobs('worker', 100, start => true) loop
    if hold.job_id = finish_one.job_id then
      perform api.complete(array[hold.job_id], array[hold.fence]);
    else
      perform api.release_jobs(tests.item(hold.job_id, hold.fence));
    end if;
  end loop;
end;
$$;
create function pg_temp.last_job(name text) returns bigint language sql as $$
  select job_id from api.schedule_history(name) where state = 'started' order by due_at desc limit 1
$$;

select tests.as_owner();
create temporary table start on commit drop as select tests.schedule('allow', '{"overlap": "allow"}') as at;
select tests.schedule('skip', '{"overlap": "skip"}');
select tests.schedule('buffer', '{"overlap": "buffer_one"}');
select tests.schedule('cancel', '{"overlap": "cancel_previous"}');

select tests.set_clock(at) from start;
select is(cogo.tick_schedules() ->> 'started', '4', 'each starts its first run');
select tests.set_clock(at + interval '1 minute') from start;
select is(cogo.tick_schedules() ->> 'started', '1', 'the first runs have not ended: only allow starts another');
select is(tests.runs('skip'), '00 started, 01 skipped overlap', 'skip leaves the second out');
select is(tests.runs('buffer'), '00 started, 01 waiting', 'buffer_one lets it wait');
select is(tests.runs('cancel'), '00 started, 01 waiting', 'cancel_previous asks the first to stop');
select is((select outcome from api.schedule_history('cancel') where due_at = (select at from start)), 'cancelled', 'which nobody held, so it has');
select is(cogo.tick_schedules() ->> 'started', '1', 'the next tick starts the second');

select tests.set_clock(at + interval '2 minutes') from start;
select count(*) from (select cogo.tick_schedules()) as ticked;
select is(tests.runs('buffer'), '00 started, 01 waiting, 02 skipped overlap', 'no more than one waits');
select pg_temp.finish_one(pg_temp.last_job('buffer'));
select pg_temp.finish_one(pg_temp.last_job('skip'));
select count(*) from (select cogo.tick_schedules()) as ticked;
select is(tests.runs('buffer'), '00 started, 01 started, 02 skipped overlap', 'it starts when the first has ended');
select is(tests.runs('skip'), '00 started, 01 skipped overlap, 02 skipped overlap', 'what was skipped stays so');
select tests.set_clock(at + interval '3 minutes') from start;
select count(*) from (select cogo.tick_schedules()) as ticked;
select is(tests.runs('skip'), '00 started, 01 skipped overlap, 02 skipped overlap, 03 started', 'and the next one runs');

-- In a worker's hands, the job is only asked.
select count(*) from (select cogo.tick_schedules()) as ticked;
create temporary table hold on commit drop as select * from api.claim_jobs('worker', 100, start => true);
select tests.set_clock(at + interval '4 minutes') from start;
select count(*) from (select cogo.tick_schedules()) as ticked;
select tests.set_clock(at + interval '5 minutes') from start;
select count(*) from (select cogo.tick_schedules()) as ticked;
select ok(
  (select is_asked from (select (api.get_job(pg_temp.last_job('cancel')) ->> 'cancel_requested')::boolean as is_asked) as told),
  'a run that a worker holds is asked to stop'
);
select is((select state from api.schedule_history('cancel') limit 1), 'waiting', 'the next one waits for its end');
select is((select reason from api.schedule_history('cancel') offset 1 limit 1), 'replaced', 'and only the newest waits');

select * from finish();
