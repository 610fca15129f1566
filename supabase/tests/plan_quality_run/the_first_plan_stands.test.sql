select plan(8);

select tests.as_operator();
create temporary table run on commit drop as select (api.schedule_weekly() ->> 'run_id')::uuid as id;
create temporary table told on commit drop as select 1 as call, api.plan_quality_run(id, '{"gates": [1]}') as reply from run;
insert into told select 2, api.plan_quality_run(id, '{"gates": [2]}') from run;

select is(reply -> 'plan', '{"gates": [1]}', 'the plan is kept') from told where call = 1;
select is(
  (select reply from told where call = 2), (select reply from told where call = 1),
  'another plan changes nothing and adds no job'
);
select results_eq(
  $$ select job ->> 'type' from run, jsonb_array_elements(api.get_quality_run(id) -> 'jobs') as job $$,
  array['orchestrator.decide', 'quality.lint', 'quality.check', 'quality.test', 'quality.aggregate'],
  'five jobs make the run'
);
select results_eq(
  $$ select type from api.claim_jobs('test', 10, 'quality') order by job_id $$,
  array['quality.lint', 'quality.check', 'quality.test'],
  'so only the gates can be claimed'
);
select throws_ok($$ select api.plan_quality_run(id, '[]') from run $$, 'PT400', null, 'a plan is an object');
select throws_ok($$ select api.plan_quality_run(id, null) from run $$, 'PT400', null, 'and not nothing');
select throws_ok($$ select api.plan_quality_run(gen_random_uuid(), '{}') $$, 'PT404', null, 'of a run that is there');

select tests.as_owner();
select is(count(*), 3::bigint, 'the aggregate waits for the three gates') from cogo.dependencies;
select * from finish();
