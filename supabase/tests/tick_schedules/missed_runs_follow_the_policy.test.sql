select plan(11);

select tests.as_owner();
create temporary table start on commit drop as select tests.schedule('skip', '{"missed": "skip"}') as at;
select tests.schedule('one', '{"missed": "one"}');
select tests.schedule('all', '{"missed": "all", "missed_limit": 3}');
select tests.schedule('patient', '{"missed": "skip", "grace_seconds": 300}');
select tests.schedule('every', jsonb_build_object('missed', 'one', 'cron', null, 'every_seconds', 60));

select tests.set_clock(at + interval '9 minutes 30 seconds') from start;
select is(cogo.tick_schedules() ->> 'due', '5', 'all five are behind');
select is(tests.runs('skip'), '00 skipped missed x9, 09 started', 'skip leaves out what is later than its grace');
select is(tests.runs('one'), '00 skipped missed x9, 09 started', 'one runs the newest only');
select is(tests.runs('all'), '00 skipped missed x6, 06 started, 07 started, 08 started, 09 started', 'all makes up for so many, and runs what is on time');
select is(tests.runs('patient'), '00 skipped missed x5, 05 started, 06 started, 07 started, 08 started, 09 started', 'a longer grace lets more count as on time');
select is(tests.runs('every'), '00 skipped missed x9, 09 started', 'every_seconds does likewise');
select is(
  (select covers_until from api.schedule_history('skip') where covers > 1), (select at + interval '8 minutes' from start),
  'the row for many says up to when'
);

-- Nothing is on time now: the newest is 30 s late.
select tests.schedule('one', jsonb_build_object('missed', 'one', 'grace_seconds', 10, 'starts_at', at)) from start;
select tests.schedule('skip', jsonb_build_object('missed', 'skip', 'grace_seconds', 10, 'starts_at', at)) from start;
select tests.set_clock(at + interval '19 minutes 30 seconds') from start;
select count(*) from (select cogo.tick_schedules()) as ticked;
select matches(tests.runs('one'), ', 10 skipped missed x9, 19 started$', 'one runs once when all were missed');
select matches(tests.runs('skip'), ', 10 skipped missed x10$', 'skip runs none');

select lives_ok($$ select tests.move_clock('80 days') $$, 'after 80 days');
select count(*) from (select cogo.tick_schedules()) as ticked;
select ok((select count(*) < 2000 from cogo.schedule_runs), 'a long outage makes few rows');

select * from finish();
