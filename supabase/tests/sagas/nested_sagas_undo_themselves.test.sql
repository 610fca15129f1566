select plan(8);

select tests.as_operator();
select api.register_workflow('{"name": "demo.inner", "saga": true, "steps": [
  {"name": "x", "type": "demo.x", "compensate": {"type": "undo.x"}}, {"name": "y", "type": "demo.y", "after": ["x"], "compensate": {"type": "undo.y"}}]}');
select api.register_workflow('{"name": "demo.outer", "saga": true, "steps": [
  {"name": "a", "type": "demo.a", "compensate": {"type": "undo.a"}},
  {"name": "c", "kind": "workflow", "workflow": "demo.inner", "after": ["a"], "compensate": {"type": "undo.c"}},
  {"name": "z", "type": "demo.z", "after": ["c"], "compensate": null}]}');
create temporary table inner_fails on commit drop as select (api.start_workflow('demo.outer') ->> 'workflow_id')::uuid as id;
select is(
  tests.play('{"demo.y": {"error": {"class": "permanent", "message": "no"}}}'), 'demo.a demo.x demo.y undo.y undo.x undo.a',
  'a child that was compensated has undone itself; then the parent undoes the rest'
);
select is(tests.flow_state(id), 'compensated', 'all is undone') from inner_fails;

create temporary table outer_fails on commit drop as select (api.start_workflow('demo.outer') ->> 'workflow_id')::uuid as id;
select is(
  tests.play('{"demo.z": {"error": {"class": "permanent", "message": "no"}}}'), 'demo.a demo.x demo.y demo.z undo.c undo.a',
  'a child that succeeded is undone by the compensation of its step'
);
select is(tests.flow_state(id), 'compensated', 'all is undone') from outer_fails;

create temporary table stopped on commit drop as select (api.start_workflow('demo.outer') ->> 'workflow_id')::uuid as id;
select tests.play('{}', 2);
select is(api.cancel_workflow(id) ->> 'state', 'compensating', 'a parent is cancelled while its child runs') from stopped;
select is(tests.play(), 'undo.x undo.a', 'first the child undoes what it did, then the parent');
select is(tests.flow_state(id), 'compensated', 'the parent ends last') from stopped;
select is(tests.flow_state((api.get_workflow(id) #>> '{steps,1,workflow_id}')::uuid), 'compensated', 'the child before') from stopped;

select * from finish();
