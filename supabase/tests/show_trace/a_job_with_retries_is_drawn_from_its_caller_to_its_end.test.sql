select plan(12);

select tests.as_operator();
select tests.fix_random(0.5);
create temporary table made on commit drop as
select job_id, id from api.enqueue_job('demo.a', traceparent => '00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01');
select tests.move_clock('2 seconds');
create temporary table hold on commit drop as select * from api.claim_jobs('worker-a', 1);
select tests.move_clock('1 second');
select count(*) from hold, api.start_jobs(tests.item(job_id, fence));
select tests.move_clock('1 second');
select count(*) from hold, api.fail_jobs(tests.item(job_id, fence, '{"error": {"class": "transient", "message": "no luck"}, "retry_in_seconds": 3}'));
select tests.move_clock('4 seconds');
select cogo.sweep();
create temporary table again on commit drop as select * from api.claim_jobs('worker-b', 1, start => true);
create temporary table open on commit drop as select api.show_trace(job_id) as trace from made;
select tests.move_clock('1 second');
select count(*) from again, api.complete_jobs(tests.item(job_id, fence));

create temporary table drawn on commit drop as
select api.show_trace(job_id) as trace from made;
create temporary table span on commit drop as
select item.* from drawn, jsonb_to_recordset(trace -> 'spans') as item (
  span_id text, parent_span_id text, name text, kind text, started_at timestamptz, ended_at timestamptz, status text, attributes jsonb
);

select is((select trace ->> 'trace_id' from drawn), '4bf92f3577b34da6a3ce929d0e0e4736', 'the caller''s trace');
select is((select trace -> 'is_capped' from drawn), 'false', 'all of it');
select is(
  (select array_agg(name || ' ' || kind || ' ' || status order by started_at, ended_at, name) from span),
  array[
    'enqueue demo.a producer ok', 'wait internal unset', 'attempt 1 consumer error', 'run internal unset', 'wait internal unset',
    'attempt 2 consumer ok'
  ],
  'enqueued, and twice waited for and tried'
);
select is((select count(*)::integer from span where span_id !~ '^[0-9a-f]{16}$' or span_id ~ '^0+$'), 0, 'span ids as the W3C has them');
select is((select count(distinct span_id) from span), 6::bigint, 'each its own');
select is(
  (select count(*)::integer from span join span as parent on parent.span_id = span.parent_span_id
    where (span.name in ('wait') or span.name like 'attempt %') and parent.name = 'enqueue demo.a'),
  4, 'waits and attempts under the enqueue'
);
select is(
  (select parent.name from span join span as parent on parent.span_id = span.parent_span_id where span.name = 'run'),
  'attempt 1', 'the run within its attempt'
);
select is((select parent_span_id from span where kind = 'producer'), null, 'its caller is not in the database');
select is((select attributes ->> 'cogo.caller.span_id' from span where kind = 'producer'), '00f067aa0ba902b7', 'and named all the same');
select ok(
  (select attributes @> '{"cogo.worker": "worker-a", "cogo.job.outcome": "retried", "error.type": "transient", "error.message": "no luck"}'
    from span where name = 'attempt 1'),
  'who tried, and how it failed'
);
select is(
  (select span_id from span where name = 'attempt 2'),
  (select left(encode(sha256(convert_to(made.id || ':' || again.fence, 'UTF8')), 'hex'), 16) from made, again),
  'an attempt has the id that its worker gave it'
);
select is(
  (select item ->> 'ended_at' from open, jsonb_array_elements(trace -> 'spans') as item where item ->> 'name' = 'attempt 2'),
  null, 'what is not over has no end'
);

select * from finish();
