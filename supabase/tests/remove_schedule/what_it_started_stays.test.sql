select plan(4);

select tests.as_owner();
create temporary table start on commit drop as select tests.schedule('a') as at;
select tests.set_clock(at) from start;
select count(*) from (select cogo.tick_schedules()) as ticked;
select is(api.remove_schedule('a'), true, 'it is gone');
select is(api.remove_schedule('a'), false, 'once');
select is((select count(*) from cogo.jobs), 1::bigint, 'its job is not');
select is((select count(*) from cogo.schedule_runs), 0::bigint, 'its history is');

select * from finish();
