select plan(9);

select tests.as_operator();
select is_empty(
  $$ select * from cogo.schedule_list() where name is null or command is null or cron is null or every_seconds not between 1 and 59 $$,
  'each schedule has a name, a command and a cron expression, and a step in seconds if it needs one'
);
select is((select count(distinct name) from cogo.schedule_list()), (select count(*) from cogo.schedule_list()), 'names are unique');
select ok(exists (select from cogo.schedule_list() where name = 'cogo: sweep'), 'the sweep is among them');

select tests.fix_random(0.5);
create temporary table hold on commit drop as select * from tests.hold();
select tests.move_clock('61 seconds');
select lives_ok($$ select cogo.run_schedule('cogo: sweep') $$, 'a schedule can be run by its name');
select is((select tests.state(job_id) from hold), 'queued', 'and does its work');
select tests.refuses($$ select cogo.run_schedule('no such thing') $$, 'PT400', 'bad_argument', 'no such thing');
select tests.refuses($$ select cogo.run_schedule(null) $$, 'PT400', 'bad_argument', 'name');

select tests.as_agent('00000000-0000-4000-8000-00000000000a', '00000000-0000-4000-8000-0000000000a1');
select throws_ok($$ select cogo.run_schedule('cogo: sweep') $$, '42501', null, 'an agent may not');
select throws_ok($$ select cogo.install_schedules() $$, '42501', null, 'nor install them');

select * from finish();
