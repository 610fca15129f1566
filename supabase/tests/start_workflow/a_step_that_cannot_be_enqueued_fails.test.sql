select plan(5);

select tests.as_operator();
select api.register_job_type('strict.*', payload_schema => '{"type": "object", "required": ["to"]}');
create temporary table run on commit drop as select tests.start_flow('{
  "name": "demo.flow", "steps": [{"name": "a", "type": "demo.a"}, {"name": "b", "type": "strict.b", "after": ["a"], "input": {"$ref": "steps.a"}}]}') as id;
create temporary table hold on commit drop as select * from api.claim_jobs('w', 1, start => true);
select is((select outcome from hold, api.complete_jobs(tests.item(hold.job_id, hold.fence, '{"result": {"from": 1}}'))), 'succeeded', 'the worker before it is not to blame');
select is(api.get_workflow(id) #>> '{error,class}', 'validation', 'a payload against its schema is a validation failure') from run;
select is(tests.flow_state(id), 'failed', 'the run fails') from run;

create temporary table plain on commit drop as select (api.start_workflow('demo.flow') ->> 'workflow_id')::uuid as id;
select tests.play();
select ok(api.get_workflow(id) #>> '{error,message}' ~ 'string, not an object', 'a payload must be an object') from plain;

create temporary table last on commit drop as select (api.start_workflow('demo.flow') ->> 'workflow_id')::uuid as id;
select tests.as_owner();
update cogo.job_types set executor = 'nowhere' where type = 'strict.*';
select tests.play('{"demo.a": {"result": {"to": "x"}}}');
select is(api.get_workflow(id) #>> '{error,reason}', 'dependency_unavailable', 'a type that no lane takes any more') from last;

select * from finish();
