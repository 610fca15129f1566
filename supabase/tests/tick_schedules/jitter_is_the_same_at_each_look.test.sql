select plan(6);

select tests.as_owner();
create temporary table start on commit drop as select tests.schedule('a', '{"jitter_seconds": 50}') as at;
select ok(planned between at and at + interval '50 seconds', 'it is planned within its jitter')
from start, lateral cogo.planned_run(7, 50, at) as planned;
select is((select count(distinct cogo.planned_run(7, 50, at)) from start, generate_series(1, 20)), 1::bigint, 'always at the same time');
select ok((select count(distinct cogo.planned_run(7, 50, at + n * interval '1 minute') - at - n * interval '1 minute') > 15 from start, generate_series(1, 20) as n), 'each due time at another');
select tests.set_clock((list ->> 'next_run_at')::timestamptz - interval '5 seconds') from api.list_schedules() as list;
select is(cogo.tick_schedules() ->> 'started', '0', 'not before it');
select tests.move_clock('5 seconds');
select is(cogo.tick_schedules() ->> 'started', '1', 'but then');
select is((select due_at from api.schedule_history('a')), (select at from start), 'under its due time');

select * from finish();
