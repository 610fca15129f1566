select plan(8);

select tests.as_operator();
create temporary table run on commit drop as select tests.start_flow('{
  "name": "demo.flow", "saga": true, "deadline_seconds": 600, "steps": [
    {"name": "a", "type": "demo.a", "compensate": null, "retry": {"max_attempts": 3}},
    {"name": "m", "kind": "map", "type": "demo.m", "over": [1, 2], "compensate": {"type": "undo.m"}, "after": ["a"]},
    {"name": "w", "kind": "signal", "signal": "go", "timeout_seconds": 60}
  ]}', '{"n": 1}') as id;
create temporary table first on commit drop as select * from api.claim_jobs('w', 1, start => true);
select count(*) from first, api.fail_jobs(tests.item(job_id, fence, '{"error": {"class": "transient", "message": "x"}, "retry_in_seconds": 0}'));
select tests.play('{}', 1);
create temporary table told on commit drop as select api.get_workflow(id) as flow from run;
select is(
  flow - array['workflow_id', 'created_at', 'deadline_at', 'steps', 'timers', 'saga_log'],
  '{"name": "demo.flow", "version": 1, "saga": true, "tenant_id": "00000000-0000-0000-0000-000000000000", "state": "running", "ends_as": null,
    "input": {"n": 1}, "result": null, "error": null, "finished_at": null, "correlation_id": null, "cause": null, "traceparent": null,
    "parent": null, "signals": []}', 'the run'
) from told;
select is(flow #> '{steps,0,attempts}', '2', 'how often a step was tried') from told;
select is(flow #> '{steps,1,after}', '["a"]', 'what it waited for') from told;
select is(jsonb_array_length(flow #> '{steps,1,items}'), 2, 'its elements') from told;
select ok((flow #>> '{steps,1,items,0,job_id}')::bigint > 0, 'with their jobs') from told;
select is((select jsonb_agg(timer -> 'kind') from jsonb_array_elements(flow -> 'timers') as timer), '["timeout", "deadline"]', 'its timers') from told;
select is(
  (select string_agg(concat_ws(':', log ->> 'step', log ->> 'index', log ->> 'move'), ' ' order by ordinal) from jsonb_array_elements(flow -> 'saga_log') with ordinality as item (log, ordinal)),
  'a:action_started a:action_succeeded m:0:action_started m:1:action_started', 'its saga log'
) from told;
select tests.refuses('select api.get_workflow(''00000000-0000-0000-0000-000000000000'')', 'PT404', 'workflow_not_found', '0000', 'no such run');

select * from finish();
