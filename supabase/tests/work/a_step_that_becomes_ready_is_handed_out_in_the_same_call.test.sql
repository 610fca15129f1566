select plan(6);

select tests.as_operator();
select tests.fix_random(0.5);
create temporary table run on commit drop as select tests.start_flow('{
  "name": "demo.flow", "steps": [{"name": "a", "type": "demo.a"}, {"name": "b", "type": "demo.b"}, {"name": "c", "type": "demo.c", "after": ["a", "b"]}]}') as id;
create temporary table first on commit drop as select api.work('w', want => 2) -> 'jobs' as jobs;
create temporary table turn on commit drop as
  select api.work('w', jsonb_agg(job - array['type'] || '{"outcome": "succeeded"}' order by job ->> 'type'), want => 5) as said
  from first, jsonb_array_elements(jobs) as whole, lateral (select jsonb_build_object('job_id', whole -> 'job_id', 'fence', whole -> 'fence', 'type', whole -> 'type') as job) as cut;
select is(jsonb_path_query_array(said, '$.finished[*].outcome'), '["succeeded", "succeeded"]', 'two steps end') from turn;
select is(jsonb_path_query_array(said, '$.jobs[*].type'), '["demo.c"]', 'what comes after both is taken in that call') from turn;

create temporary table mixed on commit drop as select (api.start_workflow('demo.flow') ->> 'workflow_id')::uuid as id;
create temporary table held on commit drop as select * from api.claim_jobs('w', 2, start => true);
select count(*) from (select api.work('w', (
  select jsonb_agg(jsonb_build_object('job_id', job_id, 'fence', fence) || case type
    when 'demo.a' then '{"outcome": "succeeded"}' else '{"outcome": "failed", "error": {"class": "permanent", "message": "no"}}' end::jsonb) from held
))) as said;
select is(tests.steps(id), 'a:succeeded b:failed c:pending', 'success and failure of one run in one call') from mixed;
select is(tests.flow_state(id), 'failed', 'the failure counts') from mixed;

savepoint before;
select api.start_workflow('demo.flow', '{}', 'k');
rollback to savepoint before;
select is((select count(*) from api.list_workflows()), 2::bigint, 'a start that is rolled back did not happen');
select is(api.start_workflow('demo.flow', '{}', 'k') -> 'created', 'true', 'its key is free');

select * from finish();
