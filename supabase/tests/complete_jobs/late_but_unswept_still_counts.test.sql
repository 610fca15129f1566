select plan(2);

select tests.as_operator();
create temporary table hold on commit drop as select * from tests.hold();
select tests.move_clock('1 hour');
select is((select outcome from hold, api.complete_jobs(tests.item(hold.job_id, hold.fence))), 'succeeded', 'work that is done is not thrown away');
select is((cogo.sweep() ->> 'expired')::integer, 0, 'the sweep finds nothing');

select * from finish();
