select plan(9);

select tests.as_owner();
select is(api.set_schedule('a', every_seconds => 600, job => '{"type": "demo.a"}') ->> 'created', 'true', 'a new one');
create temporary table before on commit drop as select * from cogo.schedules;
select tests.move_clock('25 minutes');
select is(api.set_schedule('a', every_seconds => 600, job => '{"type": "demo.b"}') ->> 'created', 'false', 'set again');
select is((select next_due_at from cogo.schedules), (select next_due_at from before), 'with the same timing, what was missed is still due');
select count(*) from (select cogo.tick_schedules()) as ticked;
select is((select type from cogo.jobs), 'demo.b', 'and runs as it is now');
select ok(
  (api.set_schedule('a', every_seconds => 60, job => '{"type": "demo.b"}') ->> 'next_due_at')::timestamptz between cogo.now_() and cogo.now_() + interval '60 seconds',
  'another timing counts from now'
);
select count(*) from (select api.pause_schedule('a')) as paused;
select is(api.set_schedule('a', every_seconds => 60, job => '{"type": "demo.b"}') ->> 'paused', 'true', 'set again a paused one stays paused');
select is(api.set_schedule('a', every_seconds => 60, job => '{"type": "demo.b"}', paused => false) ->> 'paused', 'false', 'unless told otherwise');
select isnt((select next_due_at from cogo.schedules), null, 'then it is planned');
select is((select count(*) from cogo.schedules), 1::bigint, 'it is one schedule all the time');

select * from finish();
