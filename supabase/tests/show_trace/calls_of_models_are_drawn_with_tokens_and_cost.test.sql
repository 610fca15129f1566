select plan(14);

select tests.as_owner();
select tests.route_provider('one');
select tests.route_provider('two');
select tests.route_model('one', 'small', 1);
select tests.route_model('two', 'large', 2);
select cogo.tick_routes();
select tests.as_operator();
create temporary table hold on commit drop as select * from tests.hold('{"type": "demo.a"}');
grant all on hold to public;
create temporary table told on commit drop as
select hold.job_id, replace(api.get_job(hold.job_id) ->> 'id', '-', '') as trace, left(encode(sha256(convert_to(
  concat(api.get_job(hold.job_id) ->> 'id', ':', hold.fence), 'UTF8')), 'hex'), 16) as span
from hold;
create temporary table made on commit drop as
select api.select_route('chat', 1000, 100, traceparent => format('00-%s-%s-01', told.trace, told.span)) as route from told;
select tests.as_owner();
update cogo.reservations set state = 'opened', opened_at = cogo.now_();
select tests.as_operator();
select tests.move_clock('1 second');
create temporary table second on commit drop as
select api.next_route((route ->> 'decision_id')::uuid, '{"attempt": 1, "http_status": 503}') as route from made;
select api.settle_route(
  (route ->> 'decision_id')::uuid, 2, '{"input_tokens": 900, "output_tokens": 50, "cache_read_tokens": 100}', 'succeeded', 200::smallint,
  first_token_ms => 120, total_ms => 450
) from second;
create temporary table span on commit drop as
select item.* from told, jsonb_to_recordset(api.show_trace(told.job_id) -> 'spans') as item (
  span_id text, parent_span_id text, name text, kind text, started_at timestamptz, ended_at timestamptz, status text, attributes jsonb
);
create function pg_temp.parent(named text) returns text language sql as $$
  select parent.name from span join span as parent on parent.span_id = span.parent_span_id where span.name = named
$$;
select is((select array_agg(name order by name) from span where kind in ('client', 'internal') and name <> 'wait'),
  array['chat large', 'chat small', 'route chat'], 'the choice and both attempts');
select is(pg_temp.parent('route chat'), 'attempt 1', 'the choice hangs on the attempt of the job');
select is(pg_temp.parent((select 'chat ' || (route ->> 'model') from made)), 'route chat', 'the attempts hang on the choice');
select is((select status from span where name = (select 'chat ' || (route ->> 'model') from made)), 'error', 'the one that failed');
select is((select attributes ->> 'http.response.status_code' from span where name = (select 'chat ' || (route ->> 'model') from made)), '503', 'and how');
select ok(
  (select attributes @> '{
    "gen_ai.operation.name": "chat", "cogo.decision.attempt": 2,
    "gen_ai.usage.input_tokens": 900, "gen_ai.usage.output_tokens": 50, "cogo.usage.cache_read_tokens": 100, "cogo.first_token_ms": 120
  }' from span where name = (select 'chat ' || (route ->> 'model') from second)),
  'model, tokens and times'
);
select is(
  (select array_agg((attributes ->> 'gen_ai.provider.name') || ' ' || (attributes ->> 'gen_ai.request.model') order by name) from span where kind = 'client'),
  array['two large', 'one small'], 'each with its provider'
);
select ok((select (attributes ->> 'cogo.cost_nano')::bigint > 0 from span where name = (select 'chat ' || (route ->> 'model') from second)), 'and what it cost');
select is((select ended_at - started_at from span where name = (select 'chat ' || (route ->> 'model') from second)), interval '450 milliseconds', 'as long as it took');
select ok(not exists (select from span where attributes::text ~ 'grant|key_id'), 'no grant, no key');
select is(
  (select api.explain_route((route ->> 'decision_id')::uuid) ->> 'traceparent' from made), (select format('00-%s-%s-01', trace, span) from told),
  'the receipt names its trace'
);

-- A worker with a tracer of its own: only the job is known.
select count(*) from hold, api.select_route('chat', 10, 10, job_id => hold.job_id, traceparent => 'nonsense');
delete from span;
insert into span select item.* from told, jsonb_to_recordset(api.show_trace(told.job_id) -> 'spans') as item (
  span_id text, parent_span_id text, name text, kind text, started_at timestamptz, ended_at timestamptz, status text, attributes jsonb
);
select is((select count(*)::integer from span where name = 'route chat'), 2, 'one that names the job is drawn too');
select is((select count(distinct parent_span_id)::integer from span where name = 'route chat'), 1, 'on the attempt that was under way');

-- Another tenant that tells the same job.
select tests.as_agent('00000000-0000-4000-8000-00000000000b', '00000000-0000-4000-8000-0000000000b1');
select count(*) from hold, api.select_route('chat', 10, 10, job_id => hold.job_id);
select tests.as_operator();
select is(
  (select count(*)::integer from told, jsonb_array_elements(api.show_trace(told.job_id) -> 'spans') as item where item ->> 'name' = 'route chat'),
  2, 'another tenant''s call is not among them'
);

select * from finish();
