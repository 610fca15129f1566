select plan(16);
select tests.as_operator();

select is(api.register_workflow('{"name": "demo.line", "steps": [
  {"name": "a", "type": "demo.a"}, {"name": "b", "type": "demo.b", "after": ["a"], "input": {"from": {"$ref": "steps.a.of"}, "n": {"$ref": "input.n"}}},
  {"name": "c", "type": "demo.c", "after": ["a"]}, {"name": "d", "type": "demo.d", "after": ["b", "c"]}
]}'), '{"name": "demo.line", "version": 1, "created": true}', 'registered');

create temporary table run as select (api.start_workflow('demo.line', '{"n": 7}', 'k') ->> 'workflow_id')::uuid as id;
select is((select tests.flow(id) from run), 'running', 'it runs');
create temporary table claimed as select * from api.claim_jobs('worker', 10, start => true);
select is((select array_agg(type) from claimed), array['demo.a'], 'only the first step is ready');
select is((select payload from claimed), '{"input": {"n": 7}, "steps": {}}', 'it is given the input');
select is((select correlation_id from claimed), (select id from run), 'and the run as correlation');
select api.complete_jobs(tests.item((select job_id from claimed), (select fence from claimed), '{"result": {"of": "A"}}'));

truncate claimed;
insert into claimed select * from api.claim_jobs('worker', 10, start => true);
select is((select array_agg(type order by type) from claimed), array['demo.b', 'demo.c'], 'then those that needed it, beside each other');
select is((select payload from claimed where type = 'demo.b'), '{"from": "A", "n": 7}', 'references are resolved');
select is((select payload from claimed where type = 'demo.c'), '{"input": {"n": 7}, "steps": {"a": {"of": "A"}}}', 'without input: what its needs answered');
select api.complete_jobs((select jsonb_agg(jsonb_build_object('job_id', job_id, 'fence', fence, 'result', jsonb_build_object('of', type))) from claimed));
select is((select tests.flow(id, 'd') from run), 'running', 'the last waits for both');
select is(tests.run_jobs(), 1, 'and runs once');
select is((select tests.flow(id) from run), 'succeeded', 'the run has succeeded');
select is((select api.get_workflow(id) -> 'result' -> 'd' ->> 'of' from run), 'demo.d', 'its result is that of its last steps');
select is((select api.start_workflow('demo.line', '{"n": 7}', 'k') - 'version' from run), (select jsonb_build_object('workflow_id', id, 'created', false, 'state', 'succeeded') from run), 'a used key answers with the first run');
select tests.refuses($$ select api.start_workflow('demo.line', '{"n": 8}', 'k') $$, 'PT409', 'idempotency_conflict', 'workflows[0]');
select is((select count(*)::integer from api.list_workflows('succeeded')), 1, 'it is listed');
select tests.lives_clean();
select * from finish();
