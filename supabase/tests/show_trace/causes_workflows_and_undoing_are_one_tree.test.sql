select plan(9);

select tests.as_operator();
select tests.fix_random(0.5);
create temporary table flow on commit drop as select tests.start_flow('{
  "name": "demo.trip", "saga": true, "steps": [
    {"name": "book", "type": "trip.book", "compensate": {"type": "trip.unbook"}},
    {"name": "pay", "type": "trip.pay", "after": ["book"], "compensate": null}
  ]
}') as id;
select tests.play('{"trip.pay": {"error": {"class": "permanent", "message": "no money"}}}');
create temporary table span on commit drop as
select item.* from flow, jsonb_to_recordset(
  api.show_trace((api.get_workflow(flow.id) #>> '{steps,0,job_id}')::bigint) -> 'spans'
) as item (span_id text, parent_span_id text, name text, kind text, started_at timestamptz, ended_at timestamptz, status text, attributes jsonb);
create function pg_temp.path(name text) returns text language sql as $$
  with recursive up as (
    select span.*, 1 as depth from span where span.name = path.name
    union all select parent.*, up.depth + 1 from up join span as parent on parent.span_id = up.parent_span_id
  )
  select string_agg(up.name, ' < ' order by up.depth) from up
$$;
select is(tests.flow_state((select id from flow)), 'compensated', 'the run was undone');
select is(pg_temp.path('enqueue trip.book'), 'enqueue trip.book < step book < workflow demo.trip', 'a step holds its job');
select is(pg_temp.path('enqueue trip.pay'), 'enqueue trip.pay < step pay < workflow demo.trip', 'each its own');
select is(pg_temp.path('enqueue trip.unbook'), 'enqueue trip.unbook < step book < workflow demo.trip', 'what undoes a step hangs on it');
select is((select status from span where name = 'step pay'), 'error', 'the step that failed');
select is((select count(*)::integer from span where parent_span_id is null), 1, 'one root');

select is(
  (select api.show_trace((api.get_workflow(flow.id) #>> '{steps,0,job_id}')::bigint) ->> 'trace_id' from flow),
  (select replace(id::text, '-', '') from flow), 'without a caller''s trace it is named after the run'
);

-- A job that another caused, with a span that only its program knows.
create temporary table parent on commit drop as select * from tests.hold('{"type": "demo.parent"}');
create temporary table child on commit drop as
select made.job_id from parent, lateral api.enqueue_job(
  'demo.child', cause => (api.get_job(parent.job_id) ->> 'id')::uuid, correlation_id => (api.get_job(parent.job_id) ->> 'id')::uuid
) as made;
delete from span;
insert into span select item.* from child, jsonb_to_recordset(api.show_trace(child.job_id) -> 'spans')
  as item (span_id text, parent_span_id text, name text, kind text, started_at timestamptz, ended_at timestamptz, status text, attributes jsonb);
select is(pg_temp.path('enqueue demo.child'), 'enqueue demo.child < attempt 1 < enqueue demo.parent', 'a cause''s attempt is the parent');
select is((select count(*)::integer from span where name like 'enqueue %'), 2, 'both jobs are drawn');

select * from finish();
