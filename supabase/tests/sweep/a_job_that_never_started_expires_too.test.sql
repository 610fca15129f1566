select plan(3);

select tests.as_operator();
select tests.fix_random(0.5);
create temporary table hold on commit drop as select * from tests.hold(start => false);
select tests.move_clock('61 seconds');
select is((cogo.sweep() ->> 'expired')::integer, 1, 'an assigned job');
select is((select tests.history(job_id) from hold), 'enqueued claimed lease_expired', 'returns without having started');
select is((select api.get_job(job_id) #> '{attempts,0,started_at}' from hold), 'null', 'so it tells');

select * from finish();
