select plan(4);

select tests.as_operator();
create temporary table start on commit drop as select tests.schedule('a') as at;
select tests.schedule('b', '{"paused": true}');
select tests.set_clock(at + interval '20 seconds') from start;
select is(api.scheduler_status() -> 'schedules' ->> 'due', '1', 'one is due');
select ok((api.scheduler_status() -> 'schedules' ->> 'overdue_seconds')::numeric >= 20, 'and overdue');
select count(*) from (select cogo.tick_schedules()) as ticked;
select ok((api.scheduler_status() -> 'last_hour' -> 'lag_ms' ->> 'max')::numeric >= 20000, 'its lag is among the figures');
select is(api.scheduler_status() -> 'schedules' ->> 'paused', '1', 'one is paused');

select * from finish();
