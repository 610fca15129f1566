select plan(14);

select tests.as_operator();
select api.register_workflow('{"name": "demo.child", "steps": [{"name": "a", "type": "demo.a"}]}');
select api.register_workflow('{"name": "demo.parent", "steps": [
  {"name": "child", "kind": "workflow", "workflow": "demo.child"}, {"name": "wait", "kind": "signal", "signal": "go", "after": ["child"]}]}');
create temporary table run on commit drop as select (api.start_workflow('demo.parent') ->> 'workflow_id')::uuid as id;
create temporary table saga on commit drop as select tests.start_flow('{"name": "demo.saga", "saga": true, "steps": [
  {"name": "a", "type": "demo.a", "compensate": {"type": "undo.a"}}, {"name": "b", "type": "demo.b", "after": ["a"], "compensate": null}
]}') as id;
select tests.play('{"demo.b": {"error": {"class": "permanent", "message": "no"}}}');
select is(tests.flow_state(id), 'compensated', 'a saga is closed') from saga;
select is(tests.flow_state(id), 'running', 'a run is open, its child is closed') from run;
select tests.as_owner();

select tests.retain('29 days');
select is((select count(*) from cogo.workflows), 3::bigint, 'no run is a month old');
select tests.retain('2 days');
select is((select count(*) from cogo.workflows), 2::bigint, 'the saga is dropped at its age');
select tests.refuses(format('select api.get_workflow(%L)', id), 'PT404', 'workflow_not_found', null, 'it is gone') from saga;
select is_empty($$ select from cogo.workflow_steps, saga where workflow_id = cogo.uuid_number(id) $$, 'with its steps');
select is_empty($$ select from cogo.saga_log $$, 'and its log');
select is(tests.flow_state(id), 'running', 'the open run stays, and what it started') from run;
select tests.lives_clean();

select tests.as_operator();
select api.signal_workflow(id, 'go') from run;
select is(tests.flow_state(id), 'succeeded', 'it ends') from run;
select tests.as_operator();
select api.register_job_type('demo.*', keep_succeeded_seconds => 34560000);
create temporary table late on commit drop as select (api.start_workflow('demo.child') ->> 'workflow_id')::uuid as id;
select tests.play();
select tests.as_owner();
select api.set_workflow_retention(3600);
select tests.retain('2 hours');
select tests.retain('1 minute');
select is(array(select cogo.uuid_v7(created_at, id) from cogo.workflows), array(select late.id from late), 'an hour later run and child are gone; one whose job is kept is not');
select is((select dropped_workflows from cogo.retention), 3::bigint, 'they are counted');
select tests.refuses('select api.set_workflow_retention(3599)', 'PT400', 'bad_argument', 'keep_seconds');
select tests.refuses('select api.set_workflow_retention(null)', 'PT400', 'bad_argument', 'keep_seconds');

select * from finish();
