select plan(6);

select tests.as_operator();
create temporary table start on commit drop as select tests.schedule('a') as at;
select tests.set_clock(at + interval '7 seconds') from start;
select count(*) from (select cogo.tick_schedules()) as ticked;
select is((select lag_ms between 7000 and 8000 from api.schedule_history('a')), true, 'a late tick is told as lag');
select is((select outcome from api.schedule_history('a')), null, 'its job has not ended');
select count(*) from api.claim_jobs('worker', 1, start => true) as hold, api.complete(array[hold.job_id], array[hold.fence]);
select is((select outcome from api.schedule_history('a')), 'succeeded', 'now it has');
select is((select count(*) from api.schedule_history('a', before_due_at => (select at from start))), 0::bigint, 'pages go back in time');
select tests.refuses($$ select api.schedule_history('a', row_limit => 1001) $$, 'PT400', 'bad_argument', 'row_limit');
select tests.move_clock('31 days');
select count(*) from (select cogo.forget_schedule_runs()) as forgotten;
select is((select count(*) from api.schedule_history('a')), 0::bigint, 'after 30 days it is forgotten');

select * from finish();
