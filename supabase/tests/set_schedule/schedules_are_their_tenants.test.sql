select plan(12);

select tests.as_agent('00000000-0000-4000-8000-00000000000a', '00000000-0000-4000-8000-0000000000a1');
create temporary table start on commit drop as select tests.schedule('mine') as at;
grant select on start to authenticated, service_role;
select tests.refuses(
  $$ select api.set_schedule('x', '* * * * *', job => '{"type": "demo.a"}', tenant_id => '00000000-0000-4000-8000-00000000000b') $$,
  'PT400', 'bad_argument', 'tenant_id'
);
select tests.as_agent('00000000-0000-4000-8000-00000000000b', '00000000-0000-4000-8000-0000000000b1');
select is((select count(*) from api.list_schedules()), 0::bigint, 'another tenant does not see it');
select is((select count(*) from api.schedule_history('mine')), 0::bigint, 'nor its runs');
select tests.refuses($$ select api.pause_schedule('mine') $$, 'PT404', 'schedule_not_found', 'mine');
select tests.refuses($$ select api.resume_schedule('mine') $$, 'PT404', 'schedule_not_found', 'mine');
select tests.refuses($$ select api.run_schedule_now('mine') $$, 'PT404', 'schedule_not_found', 'mine');
select is(api.remove_schedule('mine'), false, 'nor removes it');
select throws_ok($$ select api.scheduler_status() $$, '42501', null, 'the scheduler is the operator''s');
select throws_ok($$ select cogo.tick_schedules() $$, '42501', null, 'so is the tick');

select tests.as_owner();
select tests.set_clock(at) from start;
select count(*) from (select cogo.tick_schedules()) as ticked;
select is((select tenant_id from cogo.jobs), '00000000-0000-4000-8000-00000000000a'::uuid, 'its jobs are its tenant''s');
select is(
  api.pause_schedule('mine', tenant_id => '00000000-0000-4000-8000-00000000000a') ->> 'paused', 'true', 'an operator may name the tenant'
);
select tests.as_user('00000000-0000-4000-8000-00000000000c');
select tests.refuses($$ select api.list_schedules() $$, 'PT401', 'not_an_agent', 'tenant_id');

select * from finish();
