select plan(12);

select tests.as_operator();
create temporary table run on commit drop as select tests.start_flow('{
  "name": "demo.map", "steps": [
    {"name": "m", "kind": "map", "type": "demo.item", "over": {"$ref": "input.items"}, "input": {"of": {"$ref": "item.x"}, "nth": {"$ref": "index"}}},
    {"name": "z", "type": "demo.z", "after": ["m"]}
  ]}', '{"items": [{"x": "a"}, {"x": "b"}, {"x": "c"}]}') as id;
create temporary table hold on commit drop as select * from api.claim_jobs('w', 10, start => true);
select is((select jsonb_agg(payload order by job_id) from hold), '[{"of": "a", "nth": 0}, {"of": "b", "nth": 1}, {"of": "c", "nth": 2}]', 'each element has its job');
select count(*) from (select * from hold order by job_id desc limit 2) as late, api.complete_jobs(tests.item(late.job_id, late.fence, jsonb_build_object('result', late.payload -> 'of')));
select is(tests.steps(id), 'm:running z:pending', 'it waits for all') from run;
select count(*) from (select * from hold order by job_id limit 1) as last, api.complete_jobs(tests.item(last.job_id, last.fence, jsonb_build_object('result', last.payload -> 'of')));
select is(api.get_workflow(id) #> '{steps,0,result}', '["a", "b", "c"]', 'results stand in the order of the elements') from run;
select tests.play();
select is(tests.flow_state(id), 'succeeded', 'the run goes on') from run;

create temporary table none on commit drop as select (api.start_workflow('demo.map', '{"items": []}') ->> 'workflow_id')::uuid as id;
select is(tests.steps(id), 'm:succeeded z:running', 'no elements: succeeded at once') from none;
select tests.play();
select is(api.get_workflow(id) #> '{steps,0,result}', '[]', 'with no results') from none;

create temporary table bad on commit drop as select (api.start_workflow('demo.map', '{"items": 7}') ->> 'workflow_id')::uuid as id;
select is(tests.flow_state(id), 'failed', 'no array: the run fails at once') from bad;
select is(api.get_workflow(id) #>> '{error,step}', 'm', 'its error names the step') from bad;
create temporary table many on commit drop as select (api.start_workflow('demo.map', jsonb_build_object('items', (select jsonb_agg(n) from generate_series(1, 1001) as n))) ->> 'workflow_id')::uuid as id;
select ok(api.get_workflow(id) #>> '{error,message}' ~ '1001 elements', 'a thousand elements are the limit') from many;

create temporary table one on commit drop as select (api.start_workflow('demo.map', '{"items": [{"x": 1}, {"x": 2}]}') ->> 'workflow_id')::uuid as id;
select tests.play('{"demo.item": {"error": {"class": "permanent", "message": "no"}}}');
select is(tests.flow_state(id), 'failed', 'an element that fails fails the map') from one;
select is(api.get_workflow(id) #> '{error,item}', '0', 'the error names the element') from one;
select is(api.get_workflow(id) #>> '{steps,0,items,1,state}', 'cancelled', 'the others are stopped') from one;

select * from finish();
