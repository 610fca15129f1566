select plan(8);

select tests.as_operator();
create temporary table run on commit drop as select tests.start_flow('{
  "name": "demo.saga", "saga": true, "steps": [
    {"name": "a", "type": "demo.a", "compensate": {"type": "undo.a"}}, {"name": "b", "type": "demo.b", "compensate": {"type": "undo.b"}},
    {"name": "m", "kind": "map", "type": "demo.m", "over": [1, 2, 3], "compensate": {"type": "undo.m"}}
  ]}') as id;
select is(tests.play('{"demo.a": {"error": {"class": "validation", "message": "no"}}}', 1), 'demo.a', 'a step refuses its input');
select is(tests.play(), null, 'a validation failure has no effect, and queued siblings never began: nothing is undone');
select is(tests.flow_state(id), 'compensated', 'the run is compensated all the same') from run;
select is(tests.steps(id), 'a:failed b:cancelled m:cancelled', 'its steps owe nothing') from run;

create temporary table again on commit drop as select (api.start_workflow('demo.saga') ->> 'workflow_id')::uuid as id;
select is(tests.play('{"demo.m": {"error": {"class": "permanent", "message": "no"}}}', 3), 'demo.a demo.b demo.m', 'an element fails');
select is(tests.play(), 'undo.b undo.a undo.m', 'what is not connected is undone at once, a map after all its elements have stopped') from again;
select is(tests.flow_state(id), 'compensated', 'then it is compensated') from again;
select is((select count(*) from again, jsonb_array_elements(api.get_workflow(again.id) #> '{steps,2,items}') as item where item ->> 'follow_up' = 'compensated'), 1::bigint, 'elements that never began owe nothing');

select * from finish();
