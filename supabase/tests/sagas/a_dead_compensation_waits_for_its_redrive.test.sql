select plan(18);

select tests.as_operator();
create temporary table run on commit drop as select tests.start_flow('{
  "name": "demo.saga", "saga": true, "steps": [
    {"name": "a", "type": "demo.a", "compensate": {"type": "undo.a"}},
    {"name": "b", "type": "demo.b", "after": ["a"], "compensate": {"type": "undo.b", "retry": {"max_attempts": 2}}},
    {"name": "c", "type": "demo.c", "after": ["b"], "compensate": null}
  ]}') as id;
select tests.play('{"demo.c": {"error": {"class": "permanent", "message": "no"}}}', 3);
select is(
  tests.play('{"undo.b": {"error": {"class": "transient", "message": "gone", "reason": "timeout"}}}'), 'undo.b undo.b', 'it is tried as often as its retry says'
);
select is(tests.flow_state(id), 'stuck', 'the run is stuck') from run;
select is(tests.steps(id), 'a:succeeded:owed b:succeeded:stuck c:failed', 'what comes before waits') from run;
create temporary table dead on commit drop as select (api.get_workflow(id) #>> '{steps,1,follow_job_id}')::bigint as job_id from run;
select is(api.get_job(job_id) #>> '{dead_letter,reason}', 'compensation_failed', 'the reason is that, whatever the worker said') from dead;
select is(api.get_job(job_id) #>> '{error,message}', 'gone', 'its error is kept') from dead;
select cogo.sweep();
select is(tests.flow_state(id), 'stuck', 'nothing moves by itself') from run;
select is((select redriven.outcome from dead, api.redrive_dead_letters(array[dead.job_id]) as redriven), 'redriven', 'it is redriven');
select is(tests.flow_state(id), 'compensating', 'the run goes on') from run;
select is((select redriven.outcome from dead, api.redrive_dead_letters(array[dead.job_id]) as redriven), 'already_redriven', 'once');
select is(tests.play(), 'undo.b undo.a', 'to the end');
select is(tests.flow_state(id), 'compensated', 'it is compensated') from run;
select ok(exists (select from run, jsonb_array_elements(api.get_workflow(run.id) -> 'saga_log') as log where log ->> 'move' = 'redriven'), 'the log tells');

select is(
  (select redriven.outcome from run, api.redrive_dead_letters(array[(api.get_workflow(run.id) #>> '{steps,2,job_id}')::bigint]) as redriven),
  'workflow_moved_on', 'a dead action is not redriven: its failure has been acted upon'
);
select is(tests.play(), null, 'nothing was enqueued');

create temporary table other on commit drop as select (api.start_workflow('demo.saga') ->> 'workflow_id')::uuid as id;
select tests.play('{"demo.c": {"error": {"class": "permanent", "message": "no"}}}', 3);
create temporary table undo on commit drop as select (api.get_workflow(id) #>> '{steps,1,follow_job_id}')::bigint as job_id from other;
select count(*) from undo, api.cancel_jobs(array[undo.job_id]);
select is(tests.steps(id), 'a:succeeded:owed b:succeeded:compensating c:failed', 'a compensation cannot be cancelled away') from other;
select isnt((api.get_workflow(id) #>> '{steps,1,follow_job_id}')::bigint, job_id, 'it is enqueued again') from other, undo;
select is(tests.play(), 'undo.b undo.a', 'and done');
select is(tests.flow_state(id), 'compensated', 'as before') from other;

select * from finish();
