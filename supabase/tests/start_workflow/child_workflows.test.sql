select plan(15);

select tests.as_operator();
select api.register_workflow('{"name": "demo.child", "steps": [{"name": "x", "type": "demo.x"}], "output": {"got": {"$ref": "steps.x"}, "n": {"$ref": "input.n"}}}');
create temporary table run on commit drop as select tests.start_flow('{
  "name": "demo.parent", "steps": [
    {"name": "c", "kind": "workflow", "workflow": "demo.child", "input": {"n": {"$ref": "input.m"}}},
    {"name": "z", "type": "demo.z", "after": ["c"]}
  ]}', '{"m": 3}') as id;
create temporary table child on commit drop as select (api.get_workflow(id) #>> '{steps,0,workflow_id}')::uuid as id from run;
select is(tests.flow_state(id), 'running', 'the child runs') from child;
select is(api.get_workflow(child.id) #>> '{parent,workflow_id}', run.id::text, 'and knows its parent') from child, run;
select is(api.get_workflow(id) -> 'input', '{"n": 3}', 'its input is resolved') from child;
select is(tests.play('{}', 1), 'demo.x', 'its step runs');
select is(tests.flow_state(id), 'succeeded', 'it ends') from child;
select is(api.get_workflow(id) #> '{steps,0,result}', '{"got": "demo.x", "n": 3}', 'its result, after its output, is the step''s') from run;
select tests.play();
select is(tests.flow_state(id), 'succeeded', 'the parent goes on') from run;

create temporary table bad on commit drop as select (api.start_workflow('demo.parent') ->> 'workflow_id')::uuid as id;
select tests.play('{"demo.x": {"error": {"class": "permanent", "message": "no"}}}');
select is(tests.flow_state(id), 'failed', 'a child that fails fails its step') from bad;
select is(api.get_workflow(id) #>> '{error,details,message}', 'no', 'with the child''s error in it') from bad;

create temporary table gone on commit drop as select (api.start_workflow('demo.parent') ->> 'workflow_id')::uuid as id;
select is(api.cancel_workflow(id) ->> 'outcome', 'cancel_requested', 'the parent is cancelled') from gone;
select is(api.get_workflow((api.get_workflow(id) #>> '{steps,0,workflow_id}')::uuid) ->> 'ends_as', 'cancelled', 'so is its child') from gone;
select cogo.sweep();
select cogo.sweep();
select is(tests.flow_state(id), 'cancelled', 'it closes after its child') from gone;
select is(tests.flow_state((api.get_workflow(id) #>> '{steps,0,workflow_id}')::uuid), 'cancelled', 'which has closed too') from gone;

create temporary table lone on commit drop as select (api.start_workflow('demo.parent') ->> 'workflow_id')::uuid as id;
select count(*) from lone, api.cancel_workflow((api.get_workflow(lone.id) #>> '{steps,0,workflow_id}')::uuid, 'stop that');
select cogo.sweep();
select cogo.sweep();
select is(tests.flow_state(id), 'failed', 'a child that a user cancels fails its step') from lone;
select is(api.get_workflow(id) #>> '{error,reason}', 'cancelled', 'for that reason') from lone;

select * from finish();
