select plan(14);
select tests.as_operator();
select api.register_workflow('{"name": "demo.saga", "saga": true, "steps": [
  {"name": "a", "type": "demo.a", "compensate": {"type": "undo.a"}},
  {"name": "b", "type": "demo.b", "after": ["a"], "compensate": {"type": "undo.b"}},
  {"name": "note", "type": "demo.note", "after": ["a"], "optional": true},
  {"name": "c", "type": "demo.c", "after": ["b"], "compensate": null}
]}');
create temporary table run as select (api.start_workflow('demo.saga') ->> 'workflow_id')::uuid as id;
select is(tests.run_jobs(), 1, 'a');
select is(tests.run_jobs('{demo.note}'), 2, 'b, and a step that may fail');
select is((select tests.flow(id) from run), 'running', 'an optional failure stops nothing');
select is(tests.run_jobs('{demo.c}'), 1, 'c fails');
select is((select tests.flow(id) from run), 'compensating', 'in the same call the run goes back');
create temporary table undo as select * from api.claim_jobs('worker', 10, start => true);
select is((select array_agg(type) from undo), array['undo.b'], 'the last step first');
select is((select payload ->> 'step' from undo), 'b', 'it is told which step');
select is((select payload -> 'result' ->> 'of' from undo), 'demo.b', 'and what that step had answered');
select api.complete(array[(select job_id from undo)], array[(select fence from undo)]);
select is((select string_agg(type, ' ') from api.job_events((select job_id from undo))), 'job_enqueued job_claimed job_started job_succeeded job_compensated', 'an undoing has an event of its own');
select is(tests.run_jobs(), 1, 'then the first');
select is((select tests.flow(id) from run), 'compensated', 'all is undone');
select is((select array_agg(move ->> 'move' order by ordinal) from run, jsonb_array_elements(api.get_workflow(id) -> 'saga_log') with ordinality as log (move, ordinal) where move ->> 'move' like 'undo%'),
  array['undo_started', 'undo_succeeded', 'undo_started', 'undo_succeeded'], 'the log tells it');
select is((select array_agg(outcome) from api.redrive_dead_letters(array(select job_id from api.list_jobs('failed')))), array['belongs_to_a_workflow', 'belongs_to_a_workflow'], 'dead actions are not redriven past their run');
select tests.lives_clean();
select * from finish();
