select plan(12);

select tests.as_operator();
create temporary table run on commit drop as select tests.start_flow('{
  "name": "demo.saga", "saga": true, "steps": [
    {"name": "a", "type": "demo.a", "compensate": {"type": "undo.a"}, "input": {"sku": {"$ref": "input.sku"}}},
    {"name": "b", "type": "demo.b", "after": ["a"], "compensate": {"type": "undo.b"}},
    {"name": "n", "kind": "sleep", "seconds": 0, "after": ["b"]},
    {"name": "c", "type": "demo.c", "after": ["n"], "compensate": {"type": "undo.c"}},
    {"name": "q", "type": "demo.q", "after": ["c"], "compensate": null},
    {"name": "d", "type": "demo.d", "after": ["q"], "compensate": {"type": "undo.d"}},
    {"name": "e", "type": "demo.e", "after": ["d"], "compensate": {"type": "undo.e"}}
  ]}', '{"sku": 9}') as id;
select is(
  tests.play('{"demo.d": {"error": {"class": "permanent", "message": "no"}}}', 5), 'demo.a demo.b demo.c demo.q demo.d', 'steps until the failure'
);
select is(tests.flow_state(id), 'compensating', 'the failure turns the run in its own transaction') from run;
select is(tests.steps(id), 'a:succeeded:owed b:succeeded:owed n:succeeded c:succeeded:owed q:succeeded d:failed:compensating e:pending', 'the failed step comes first: its effect is unknown') from run;
create temporary table undo on commit drop as select * from api.claim_jobs('w', 1, start => true);
select is(payload - 'workflow_id', '{"input": {"input": {"sku": 9}, "steps": {"q": "demo.q"}}, "result": null, "step": "d"}', 'a compensation gets the action''s payload and result') from undo;
select is(payload ->> 'workflow_id', run.id::text, 'and the run') from undo, run;
select is(cause, (api.get_job((api.get_workflow(run.id) #>> '{steps,5,job_id}')::bigint) ->> 'id')::uuid, 'its cause is the action') from undo, run;
select count(*) from undo, api.complete(array[undo.job_id], array[undo.fence]);
select is(tests.play(), 'undo.c undo.b undo.a', 'one after the other, over steps with nothing to undo');
select is(tests.flow_state(id), 'compensated', 'then it is compensated') from run;
select is(api.get_workflow(id) #>> '{error,step}', 'd', 'and says why') from run;
select is(
  (select string_agg(concat_ws(':', log ->> 'step', log ->> 'move'), ' ' order by ordinal) from run, jsonb_array_elements(api.get_workflow(run.id) -> 'saga_log') with ordinality as item (log, ordinal) where log ->> 'move' !~ '_started$'),
  'a:action_succeeded b:action_succeeded c:action_succeeded q:action_succeeded d:action_failed compensating'
  || ' d:compensation_succeeded c:compensation_succeeded b:compensation_succeeded a:compensation_succeeded compensated',
  'the saga log tells every move'
);
select is((select string_agg(event.type, ' ') from undo, api.job_events(undo.job_id) as event where event.type ~ 'comp|succ'), 'job_succeeded job_compensated', 'a compensation that succeeds is an event');
select is(
  (select (event.payload ->> 'compensated_job_id')::bigint from undo, api.job_events(undo.job_id) as event where event.type = 'job_compensated'),
  (select (api.get_workflow(run.id) #>> '{steps,5,job_id}')::bigint from run), 'which names the job that it undid'
);

select * from finish();
