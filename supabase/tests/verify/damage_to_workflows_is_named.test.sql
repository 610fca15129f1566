-- breaks: it damages rows on purpose
select plan(31);

select api.register_workflow('{"name": "v.child", "steps": [{"name": "x", "type": "v.x"}]}');
select api.register_workflow('{"name": "v.flow", "saga": true, "steps": [
  {"name": "a", "type": "v.a", "compensate": {"type": "undo.a"}}, {"name": "b", "type": "v.b", "after": ["a"], "compensate": {"type": "undo.b"}},
  {"name": "c", "type": "v.c", "after": ["b"], "compensate": null}]}');
select api.register_workflow('{"name": "v.waits", "steps": [
  {"name": "s", "kind": "sleep", "seconds": 600}, {"name": "w", "kind": "signal", "signal": "go"}, {"name": "c", "kind": "workflow", "workflow": "v.child"}, {"name": "m", "kind": "map", "type": "v.m", "over": [1]},
  {"name": "z", "type": "v.z", "after": ["w"]}]}');
create function pg_temp.run(name text) returns bigint language sql as $$ select cogo.uuid_number((api.start_workflow(name) ->> 'workflow_id')::uuid) $$;

create temporary table done on commit drop as select pg_temp.run('v.flow') as id;
select tests.play();
create temporary table undone on commit drop as select pg_temp.run('v.flow') as id;
select tests.play('{"v.c": {"error": {"class": "permanent", "message": "x"}}}');
create temporary table stuck on commit drop as select pg_temp.run('v.flow') as id;
select tests.play('{"v.c": {"error": {"class": "permanent", "message": "x"}}, "undo.b": {"error": {"class": "permanent", "message": "x"}}}');
create temporary table half on commit drop as select pg_temp.run('v.flow') as id;
select tests.play('{}', 1);
create temporary table waits on commit drop as select pg_temp.run('v.waits') as id;
select is((select string_agg(state, ' ' order by id) from cogo.workflows where parent_id is null), 'succeeded compensated stuck running running', 'runs of every kind');
select is_empty('select * from cogo.verify()', 'healthy before');

select tests.verify_tells('delete from cogo.step_jobs using half where workflow_id = half.id', 'an open step has exactly one thing that it waits for', 'an open step without its job');
select tests.verify_tells($$ delete from cogo.workflow_timers $$, 'an open step has exactly one thing that it waits for', 'a sleep without its timer');
select tests.verify_tells($$ delete from cogo.workflows where parent_id is not null $$, 'an open step has exactly one thing that it waits for', 'a step without its child');
select tests.verify_tells($$ delete from cogo.workflow_steps where item = 0 $$, 'an open step has exactly one thing that it waits for', 'a map without its elements');
select tests.verify_tells(
  $$ insert into cogo.workflow_signals select waits.id, cogo.now_(), 'go', '{}' from waits $$, 'an open step has exactly one thing that it waits for', 'a signal that came and was not heard'
);
select tests.verify_tells(
  $$ update cogo.workflows set state = 'failed', finished_at = cogo.now_() from half where workflows.id = half.id $$, 'a closed workflow has nothing open', 'a closed run with an open job'
);
select tests.verify_tells(
  $$ insert into cogo.workflow_timers select done.id, cogo.now_(), 0, 'wake' from done $$, 'a closed workflow has nothing open', 'a closed run with a timer'
);
select tests.verify_tells(
  $$ update cogo.workflows set parent_id = done.id from done where parent_id is not null $$, 'a closed workflow has nothing open', 'a closed run with an open child'
);
select tests.verify_tells(
  $$ update cogo.step_jobs set step = 2 from half where workflow_id = half.id $$, 'a step job belongs to an open step', 'a job of a step that has not begun'
);
select tests.verify_tells(
  $$ insert into cogo.step_jobs select done_step.job_id, half.id, -1, 1, 'action' from half, cogo.workflow_steps as done_step, done where done_step.workflow_id = done.id and done_step.step = 0 $$,
  'a closed job has left its step', 'a job that closed and was not heard of'
);
select tests.verify_tells(
  $$ insert into cogo.step_jobs select 999999, half.id, -1, 1, 'action' from half $$,
  'a step is enqueued once', 'a second job for a step'
);
select tests.verify_tells(
  $$ insert into cogo.saga_log (workflow_id, at, item, step, move) select half.id, cogo.now_(), -1, 1, 'action_started' from half $$, 'a step is enqueued once', 'a step started twice'
);
select tests.verify_tells('delete from cogo.workflow_steps using half where workflow_id = half.id', 'an open workflow waits for something', 'a run that waits for nothing');
select tests.verify_tells(
  $$ update cogo.workflow_steps set state = 'succeeded', finished_at = cogo.now_() from waits where workflow_id = waits.id $$,
  'a step whose needs have ended has begun', 'a step that was forgotten'
);
select tests.verify_tells(
  $$ update cogo.workflows set state = 'compensating' from stuck where workflows.id = stuck.id $$, 'a workflow''s state follows from its steps', 'a stuck run that says it goes on'
);
select tests.verify_tells(
  $$ update cogo.workflow_steps set state = 'failed' from half where workflow_id = half.id and step = 0 $$, 'a workflow''s state follows from its steps', 'a failed step of a run that goes on'
);
select tests.verify_tells(
  $$ delete from cogo.workflow_steps using done where workflow_id = done.id and step = 2 $$, 'a workflow that succeeded has all its steps', 'a success with a step left out'
);
select tests.verify_tells(
  $$ update cogo.workflow_steps set state = 'running', finished_at = null from done where workflow_id = done.id and step = 0 $$, 'a step begins after what it needs has ended', 'a step that began too early'
);
select tests.verify_tells(
  $$ update cogo.workflow_steps set job_id = other.job_id from done, cogo.workflow_steps as other where workflow_steps.workflow_id = done.id and workflow_steps.step = 2 and other.workflow_id = done.id and other.step = 1 $$,
  'a job is one step of one workflow', 'a job that is two steps'
);
select tests.verify_tells(
  $$ update cogo.workflow_steps set result = '{"not": "it"}' from done where workflow_id = done.id and step = 1 $$, 'a step keeps the result of its job', 'another result'
);
select tests.verify_tells(
  $$ update cogo.workflow_steps set follow_up = null from undone where workflow_id = undone.id and step = 0 $$, 'a compensated saga has undone all that it did', 'a compensation left out'
);
select tests.verify_tells(
  $$ update cogo.workflow_steps set follow_up = 'owed' from undone where workflow_id = undone.id and step = 0 $$, 'a compensated saga has undone all that it did', 'a compensation owed for ever'
);
select tests.verify_tells(
  $$ update cogo.attempts set outcome = 'cancelled' from undone, cogo.workflow_steps as step where step.workflow_id = undone.id and attempts.job_id = step.follow_job_id $$,
  'a follow-up that is told done has succeeded', 'a compensation that was not done'
);
select tests.verify_tells(
  $$ delete from cogo.saga_log using undone where workflow_id = undone.id and move = 'compensation_started' $$, 'the saga log tells only allowed moves, in order', 'a move left out'
);
select tests.verify_tells(
  $$ delete from cogo.saga_log using undone where workflow_id = undone.id and move = 'compensation_succeeded' $$, 'the saga log tells what its steps did', 'an undo not told'
);
select tests.verify_tells(
  $$ delete from cogo.saga_log using done where workflow_id = done.id and move = 'succeeded' $$, 'a closed saga''s log ends with its state', 'an end not told'
);
select tests.verify_tells($$ delete from cogo.events where type = 'job_compensated' $$, 'each compensation that succeeded is told once', 'an event left out');
select tests.verify_tells(
  $$ insert into cogo.events (ts, type, job_ids) select ts, type, job_ids from cogo.events where type = 'job_compensated' $$, 'each compensation that succeeded is told once', 'an event told twice'
);
select is_empty('select * from cogo.verify()', 'healthy after');

select * from finish();
