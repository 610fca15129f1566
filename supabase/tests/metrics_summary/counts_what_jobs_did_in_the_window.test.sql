select plan(17);

-- Ten jobs wait 2 s and run 3 s: eight succeed, one dies, one is tried again later.
select tests.as_operator();
select count(*) from api.enqueue_jobs((
  select jsonb_agg(jsonb_build_object('type', 'demo.' || case when n <= 6 then 'a' else 'b' end)) from generate_series(1, 10) as n
));
select tests.move_clock('2 seconds');
create temporary table claimed on commit drop as select * from api.claim_jobs('w', 10, 'default', true);
select tests.move_clock('3 seconds');
select count(*) from api.complete_jobs((
  select jsonb_agg(jsonb_build_object('job_id', job_id, 'fence', fence)) from (select * from claimed order by job_id limit 8) as good
));
select count(*) from api.fail_jobs((
  select jsonb_agg(jsonb_build_object('job_id', job_id, 'fence', fence, 'error', case place
    when 9 then '{"class": "permanent", "message": "gone", "stage": "fetch", "reason": "timeout"}'::jsonb
    else '{"class": "transient", "message": "busy"}'::jsonb
  end))
  from (select *, row_number() over (order by job_id) as place from claimed order by job_id offset 8) as bad
));

create temporary table told on commit drop as select api.metrics_summary(60) as summary;

select is(summary -> 'transitions' ->> 'job_enqueued', '10', 'ten were enqueued') from told;
select is(summary -> 'transitions' ->> 'job_claimed', '10', 'ten were claimed') from told;
select is(summary -> 'transitions' ->> 'job_succeeded', '8', 'eight succeeded') from told;
select is(summary -> 'transitions' ->> 'job_failed', '1', 'one failed') from told;
select is(summary -> 'transitions' ->> 'job_retried', '1', 'one is tried again') from told;
select is(summary ->> 'failure_rate', '0.1111', 'one of the nine that ended failed') from told;
select is(summary -> 'now' ->> 'queued', '1', 'the one to be tried again is queued') from told;
select is(summary -> 'now' ->> 'waiting', '1', 'because it waits') from told;
select is(summary -> 'now' ->> 'running', '0', 'none runs') from told;
select is(summary -> 'finished' ->> 'sample', '9', 'nine jobs give times') from told;
select ok(
  (summary -> 'finished' -> 'wait_ms' ->> 'p50')::numeric between 2000 and 2900, 'they waited two seconds'
) from told;
select ok(
  (summary -> 'finished' -> 'run_ms' ->> 'p95')::numeric between 3000 and 3900, 'they ran three seconds'
) from told;
select is(
  (select jsonb_object_agg(line ->> 'name', line -> 'succeeded') from jsonb_array_elements(summary -> 'finished' -> 'by_type') as line),
  '{"demo.a": 6, "demo.b": 2}', 'each type is counted'
) from told;
select is(
  summary -> 'dead_letters' -> 'by_reason', '[{"stage": "fetch", "reason": "timeout", "count": 1}]', 'the dead letter tells why'
) from told;
select is(summary -> 'window' ->> 'is_capped', 'false', 'the window is covered wholly') from told;

select tests.move_clock('2 hours');
select is(api.metrics_summary(60) -> 'transitions', '{}', 'two hours later the window is empty');
select is(api.metrics_summary(60) -> 'now' ->> 'queued', '1', 'and the open job still counts');

select * from finish();
