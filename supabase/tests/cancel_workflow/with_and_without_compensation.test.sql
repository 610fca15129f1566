select plan(17);

select tests.as_operator();
select api.register_workflow('{
  "name": "demo.saga", "saga": true, "steps": [
    {"name": "a", "type": "demo.a", "compensate": {"type": "undo.a"}}, {"name": "b", "type": "demo.b", "after": ["a"], "compensate": {"type": "undo.b"}}
  ]}');
create temporary table run on commit drop as select (api.start_workflow('demo.saga') ->> 'workflow_id')::uuid as id;
select tests.play('{}', 1);
select is(api.cancel_workflow(id, 'not wanted'), '{"outcome": "cancel_requested", "state": "compensating"}', 'a saga compensates') from run;
select is(api.cancel_workflow(id), '{"outcome": "already_ending", "state": "compensating"}', 'a second time changes nothing') from run;
select is(tests.play(), 'undo.a', 'what was done is undone, what was only queued is dropped');
select is(tests.flow_state(id), 'compensated', 'it ends as compensated') from run;
select is(api.get_workflow(id) #>> '{error,message}', 'not wanted', 'with the reason') from run;
select is(api.cancel_workflow(id), '{"outcome": "already_closed", "state": "compensated"}', 'then it is closed') from run;

create temporary table bare on commit drop as select (api.start_workflow('demo.saga') ->> 'workflow_id')::uuid as id;
select tests.play('{}', 1);
select is(api.cancel_workflow(id, compensate => false), '{"outcome": "cancel_requested", "state": "running"}', 'without compensation it only stops') from bare;
select is(tests.play(), null, 'nothing is undone');
select is(tests.flow_state(id), 'cancelled', 'it ends as cancelled') from bare;
select is(tests.steps(id), 'a:succeeded:owed b:cancelled', 'what it owed is still told') from bare;

create temporary table done on commit drop as select (api.start_workflow('demo.saga') ->> 'workflow_id')::uuid as id;
select tests.play();
select is(api.cancel_workflow(id), '{"outcome": "already_closed", "state": "succeeded"}', 'too late') from done;
select is(tests.play(), null, 'changes nothing');

create temporary table wait on commit drop as select tests.start_flow('{"name": "demo.wait", "steps": [{"name": "w", "kind": "signal", "signal": "go"}]}') as id;
select is(api.cancel_workflow(id), '{"outcome": "cancelled", "state": "cancelled"}', 'a run that only waits ends at once') from wait;

create temporary table busy on commit drop as select (api.start_workflow('demo.saga') ->> 'workflow_id')::uuid as id;
create temporary table hold on commit drop as select * from api.claim_jobs('w', 1, start => true);
select api.cancel_workflow(id) from busy;
select is((select outcome from hold, api.complete(array[hold.job_id], array[hold.fence])), 'succeeded', 'a job that ends while it is cancelled has its effect');
select is(tests.play(), 'undo.a', 'which is undone');
select is(tests.flow_state(id), 'compensated', 'then the run is compensated') from busy;
select tests.refuses(format('select api.cancel_workflow(%L, repeat(''x'', 1001))', id), 'PT400', 'bad_argument', 'reason', 'reasons are short') from busy;

select * from finish();
