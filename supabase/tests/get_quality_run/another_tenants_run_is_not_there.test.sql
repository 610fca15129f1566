select plan(10);

select tests.as_agent('aaaaaaaa-aaaa-4aaa-8aaa-aaaaaaaaaaaa', '11111111-1111-4111-8111-111111111111');
create temporary table run on commit drop as
select (api.schedule_weekly('https://example.org/x.git') ->> 'run_id')::uuid as id;
grant select on run to service_role, anon;

select is(api.get_quality_run(id) ->> 'tenant_id', 'aaaaaaaa-aaaa-4aaa-8aaa-aaaaaaaaaaaa', 'its own tenant') from run;
select lives_ok($$ select api.plan_quality_run(id, '{}') from run $$, 'may plan it');

select tests.as_agent('bbbbbbbb-bbbb-4bbb-8bbb-bbbbbbbbbbbb', '22222222-2222-4222-8222-222222222222');
select throws_ok($$ select api.get_quality_run(id) from run $$, 'PT404', null, 'another may not read it');
select throws_ok($$ select api.plan_quality_run(id, '{}') from run $$, 'PT404', null, 'nor plan it');
select throws_ok($$ select api.finish_quality_run(id) from run $$, 'PT404', null, 'nor finish it');
select throws_ok(
  $$
    select api.record_gate_results(jsonb_build_array(jsonb_build_object('run_id', id, 'gate', 'lint', 'verdict', 'passed')))
    from run
  $$,
  'PT404', null, 'nor record results'
);
select is_empty('select * from api.list_quality_runs()', 'nor see it in a list');

select tests.as_operator();
select lives_ok($$ select api.get_quality_run(id) from run $$, 'an operator may');
select throws_ok($$ select api.get_quality_run(null) $$, 'PT404', null, 'no id, no run');

select tests.as_anon();
select throws_ok($$ select api.get_quality_run(id) from run $$, '42501', null, 'nobody else may call it');

select tests.as_owner();
select * from finish();
