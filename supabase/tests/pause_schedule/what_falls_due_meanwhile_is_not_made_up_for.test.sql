select plan(6);

select tests.as_operator();
create temporary table start on commit drop as select tests.schedule('a', '{"missed": "all"}') as at;
select is(api.pause_schedule('a') ->> 'next_run_at', null, 'a paused schedule has no next run');
select is(api.pause_schedule('a') ->> 'paused', 'true', 'pausing twice is pausing');
select tests.set_clock(at + interval '5 minutes 1 second') from start;
select is(cogo.tick_schedules() ->> 'due', '0', 'it is not due');
select is((api.resume_schedule('a') ->> 'next_due_at')::timestamptz, (select at + interval '6 minutes' from start), 'it goes on from now');
select tests.set_clock(at + interval '6 minutes') from start;
select count(*) from (select cogo.tick_schedules()) as ticked;
select is(tests.runs('a'), '06 started', 'with its next due time');
select tests.refuses($$ select api.pause_schedule('b') $$, 'PT404', 'schedule_not_found', '''b''');

select * from finish();
