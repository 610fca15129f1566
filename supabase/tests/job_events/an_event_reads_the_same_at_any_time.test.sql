select plan(2);

select tests.as_operator();
select tests.fix_random(0.5);
create temporary table hold on commit drop as select * from tests.hold(start => false);
select count(*) from hold, api.start_jobs(tests.item(hold.job_id, hold.fence));
create temporary table early on commit drop as select event.* from hold, api.job_events(hold.job_id) as event;
select tests.move_clock('10 seconds');
select count(*) from hold, api.complete(array[hold.job_id], array[hold.fence]);
create temporary table late on commit drop as select event.* from hold, api.job_events(hold.job_id) as event;
select is((select count(*) from late), (select count(*) + 1 from early), 'one came to it');
select is_empty('select id, type, actor, payload from early except select id, type, actor, payload from late', 'the others are as they were');

select * from finish();
