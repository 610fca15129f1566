select plan(5);

select tests.as_operator();
create temporary table run on commit drop as select tests.start_flow('{
  "name": "demo.flow", "steps": [
    {"name": "a", "type": "demo.a", "optional": true},
    {"name": "m", "kind": "map", "type": "demo.m", "over": [1, 2], "optional": true},
    {"name": "b", "type": "demo.b", "after": ["a", "m"]}
  ]}') as id;
select tests.play('{"demo.a": {"error": {"class": "permanent", "message": "no"}}}', 2);
select is(tests.steps(id), 'a:failed m:running b:pending', 'its failure is noted') from run;
select tests.play('{"demo.m": {"error": {"class": "permanent", "message": "no"}}}', 1);
select is(tests.steps(id), 'a:failed m:failed b:running', 'a map ends once all elements have') from run;
select is(
  api.get_job((api.get_workflow(id) #>> '{steps,2,job_id}')::bigint) #> '{payload,steps}', '{"a": null, "m": null}', 'dependants get null'
) from run;
select tests.play();
select is(tests.flow_state(id), 'succeeded', 'the run succeeds') from run;
select is(api.get_workflow(id) -> 'error', 'null', 'without an error') from run;

select * from finish();
