select plan(10);

select tests.as_operator();
select tests.fix_random(0.5);
create temporary table dead on commit drop as
  select * from tests.hold('{"type": "demo.a", "payload": {"n": 1}, "priority": "bulk", "max_attempts": 2, "idempotency_key": "k"}');
select count(*) from dead, api.fail_jobs(tests.item(dead.job_id, dead.fence, '{"error": {"class": "permanent", "message": "x"}}'));
create temporary table redriven on commit drop as select answer.* from dead, api.redrive_dead_letters(array[dead.job_id]) as answer;
select is((select outcome from redriven), 'redriven', 'done');
create temporary table job on commit drop as
  select api.get_job(dead_job_id) as old, api.get_job(job_id) as new from redriven;
select is((select old ->> 'state' from job), 'failed', 'the dead one stays failed');
select is((select old #>> '{dead_letter,redriven_job_id}' from job), (select job_id::text from redriven), 'and names its successor');
select is((select new ->> 'cause' from job), (select old ->> 'id' from job), 'whose cause it is');
select is((select new ->> 'correlation_id' from job), (select old ->> 'correlation_id' from job), 'in the same story');
select is((select new ->> 'state' from job), 'queued', 'the new one is queued');
select is(
  (select jsonb_build_array(new -> 'type', new -> 'payload', new -> 'priority', new -> 'max_attempts', new -> 'tenant_id') from job),
  (select jsonb_build_array(old -> 'type', old -> 'payload', old -> 'priority', old -> 'max_attempts', old -> 'tenant_id') from job),
  'with the same body'
);
select results_eq(
  $$ select answer.job_id, answer.outcome from dead, api.redrive_dead_letters(array[dead.job_id, dead.job_id]) as answer $$,
  $$ select job_id, 'already_redriven' from redriven union all select job_id, 'already_redriven' from redriven $$,
  'a repeat names the first successor'
);
select is((select attempt from api.claim_jobs('worker', 10)), 1, 'one job runs, from its first attempt');
select is((select tests.history(job_id) from redriven), 'enqueued claimed', 'its events begin anew');

select * from finish();
