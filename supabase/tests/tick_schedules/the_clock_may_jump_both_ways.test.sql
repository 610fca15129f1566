select plan(7);

select tests.as_owner();
create temporary table start on commit drop as select tests.schedule('a', '{"missed": "all", "missed_limit": 5}') as at;
select tests.set_clock(at + interval '2 minutes') from start;
select is(cogo.tick_schedules() ->> 'started', '3', 'three are due');
select tests.set_clock(at) from start;
select is(cogo.tick_schedules() ->> 'started', '0', 'after a jump back none runs again');
select tests.set_clock(at + interval '2 minutes 30 seconds') from start;
select is(cogo.tick_schedules() ->> 'started', '0', 'nor when its time comes again');
select tests.set_clock(at + interval '3 minutes') from start;
select is(cogo.tick_schedules() ->> 'started', '1', 'the next one runs at its time');

select tests.move_clock('1 day');
select count(*) from (select cogo.tick_schedules()) as ticked;
select tests.move_clock('-1 day');
select is((select (api.pause_schedule('a')) ->> 'next_due_at'), null, 'a clock that was a day ahead lets the schedule wait; pausing');
select is((api.resume_schedule('a') ->> 'next_due_at')::timestamptz, (select at + interval '4 minutes' from start), 'and resuming counts from now');
select tests.set_clock(at + interval '4 minutes') from start;
select is((select count(*) from cogo.jobs group by payload order by 1 desc limit 1), 1::bigint, 'and still no due time has two jobs');

select * from finish();
