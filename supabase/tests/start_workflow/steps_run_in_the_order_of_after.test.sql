select plan(9);

select tests.as_operator();
create temporary table run on commit drop as select tests.start_flow('{
  "name": "order.make", "steps": [
    {"name": "a", "type": "demo.a", "input": {"sku": {"$ref": "input.sku"}}},
    {"name": "b", "type": "demo.b", "after": ["a"]},
    {"name": "c", "type": "demo.c", "after": ["a"], "input": {"of": {"$ref": "steps.a.id"}, "gone": {"$ref": "steps.a.x.y"}}},
    {"name": "d", "type": "demo.d", "after": ["b", "c"]}
  ]}', '{"sku": 7}') as id;

select is(tests.steps(id), 'a:running b:pending c:pending d:pending', 'only what needs nothing begins') from run;
select is(api.get_job((api.get_workflow(id) #>> '{steps,0,job_id}')::bigint) -> 'payload', '{"sku": 7}', 'its input is resolved') from run;
select is(api.get_job((api.get_workflow(id) #>> '{steps,0,job_id}')::bigint) ->> 'correlation_id', id::text, 'its job belongs to the run') from run;
select is(tests.play('{"demo.a": {"result": {"id": "x1"}}}', 1), 'demo.a', 'the first is done');
select is(tests.steps(id), 'a:succeeded b:running c:running d:pending', 'both that need it begin') from run;
select is(
  api.get_job((api.get_workflow(id) #>> '{steps,2,job_id}')::bigint) -> 'payload', '{"of": "x1", "gone": null}',
  'results are handed on; what is not there is null'
) from run;
select tests.play();
select is(
  api.get_job((api.get_workflow(id) #>> '{steps,3,job_id}')::bigint) -> 'payload',
  '{"input": {"sku": 7}, "steps": {"b": "demo.b", "c": "demo.c"}}', 'without an input a step gets the workflow''s and the results of after'
) from run;
select is(tests.flow_state(id), 'succeeded', 'the run succeeds with its last step') from run;
select is(api.get_workflow(id) -> 'result', '{"d": "demo.d"}', 'its result is that of its last steps') from run;

select * from finish();
