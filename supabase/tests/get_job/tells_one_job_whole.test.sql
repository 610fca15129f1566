select plan(10);

select tests.as_operator();
select tests.fix_random(0.5);
create temporary table hold on commit drop as select * from tests.hold('{"type": "demo.a", "payload": {"n": 1}}', start => false);
select ok(
  (select api.get_job(job_id) ?& array[
    'job_id', 'id', 'tenant_id', 'type', 'executor', 'priority', 'state', 'cancel_requested', 'attempt', 'max_attempts',
    'payload', 'result', 'error', 'created_at', 'run_at', 'assigned_at', 'started_at', 'finished_at', 'worker', 'fence',
    'lease_expires_at', 'correlation_id', 'cause', 'traceparent', 'waits_for', 'attempts', 'dead_letter'
  ] from hold),
  'every field is there at any time'
);
create temporary table told on commit drop as select api.get_job(job_id) as job from hold;
select is((select (job ->> 'fence')::bigint from told), (select fence from hold), 'the fence that holds it');
select is((select job ->> 'worker' from told), 'worker', 'who holds it');
select isnt((select job ->> 'lease_expires_at' from told), null, 'until when');
select isnt((select job ->> 'assigned_at' from told), null, 'since when');
select is((select job ->> 'started_at' from told), null, 'it does not run yet');
select is((select job ->> 'correlation_id' from told), (select job ->> 'id' from told), 'its own id correlates when none was given');
select is((select job -> 'attempts' from told), '[]', 'no attempt has ended');
select is((select job -> 'dead_letter' from told), 'null', 'it is not dead');
select is((select job -> 'waits_for' from told), '[]', 'it waits for nothing');

select * from finish();
