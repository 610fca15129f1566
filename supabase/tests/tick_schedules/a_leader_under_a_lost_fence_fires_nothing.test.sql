select plan(10);

select tests.as_owner();
create temporary table start on commit drop as select tests.schedule('a') as at;
select tests.set_clock(at) from start;
create temporary table one on commit drop as select * from cogo.take_leadership('schedules', 'one', 10);
select is((select is_leader from one), true, 'one leads');
select is(cogo.tick_schedules() ->> 'leads', 'false', 'a tick without a fence steps back');
select is((select is_leader from cogo.take_leadership('schedules', 'two', 10)), false, 'and nobody else may lead');
select tests.move_clock('11 seconds');
create temporary table two on commit drop as select * from cogo.take_leadership('schedules', 'two', 10);
select is((select is_leader from two), true, 'when the lease is over another one leads');
select tests.refuses(format('select cogo.tick_schedules(%s)', (select fence from one)), 'PT409', 'leadership_lost', 'fence 1');
select is(cogo.renew_leadership('schedules', 'one', (select fence from one)), null, 'the first cannot renew');
select is((select count(*) from cogo.schedule_runs), 0::bigint, 'and has fired nothing');
select is(cogo.tick_schedules((select fence from two)) ->> 'started', '1', 'the second fires');
select tests.move_clock('11 seconds');
select tests.refuses(format('select cogo.tick_schedules(%s)', (select fence from two)), 'PT409', 'leadership_lost', 'fence 2', 'a lease that is over and that nobody has taken fires nothing either');
select tests.move_clock('1 minute');
select is(cogo.tick_schedules() ->> 'started', '1', 'then the database''s own clock steps in');

select * from finish();
