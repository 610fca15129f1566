select plan(8);

select tests.as_operator();
select api.register_workflow('{"name": "demo.flow", "steps": [{"name": "a", "type": "demo.a"}, {"name": "b", "type": "demo.b"}]}');
create temporary table said on commit drop as
  select item, ordinal from jsonb_array_elements(api.start_workflows((
    select jsonb_agg(jsonb_build_object('name', 'demo.flow', 'input', jsonb_build_object('n', n), 'traceparent', '00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01') order by n) from generate_series(1, 50) as n
  ))) with ordinality as answer (item, ordinal);
select is((select count(*) from said where (item -> 'created')::boolean), 50::bigint, 'fifty runs');
select is((select count(*) from said where api.get_workflow((item ->> 'workflow_id')::uuid) #> '{input,n}' = to_jsonb(ordinal)), 50::bigint, 'answered in order');
select is((select count(*) from api.list_jobs(row_limit => 1000)), 100::bigint, 'their first steps are enqueued');
select is((select count(*) from api.claim_jobs('w', 100) where traceparent like '00-4bf92f%'), 100::bigint, 'the trace goes on');
select tests.refuses($$ select api.start_workflows('[{"name": "demo.flow"}, {"name": "demo.gone"}]') $$, 'PT400', 'bad_argument', 'demo.gone', 'one unknown refuses all');
select tests.refuses($$ select api.start_workflows('[{"name": "demo.flow", "input": 7}]') $$, 'PT400', 'bad_argument', 'workflows[0]', 'an input that is no object');
select tests.refuses($$ select api.start_workflows('[{"name": "demo.flow", "more": 7}]') $$, 'PT400', 'bad_argument', '''more''', 'an unknown field');
select is((select count(*) from api.list_workflows()), 50::bigint, 'nothing more was started');

select * from finish();
