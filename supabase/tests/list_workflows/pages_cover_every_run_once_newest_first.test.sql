select plan(10);

select tests.as_operator();
select api.register_workflow('{"name": "demo.one", "steps": [{"name": "a", "type": "demo.a"}]}');
select api.register_workflow('{"name": "demo.two", "steps": [{"name": "w", "kind": "signal", "signal": "go"}]}');
select api.start_workflows((select jsonb_agg('{"name": "demo.one"}'::jsonb) from generate_series(1, 5)));
select api.start_workflows((select jsonb_agg('{"name": "demo.two"}'::jsonb) from generate_series(1, 5)));
create temporary table page on commit drop as select * from api.list_workflows(row_limit => 4);
select is((select count(*) from page), 4::bigint, 'a page');
select is((select array_agg(distinct name) from page), array['demo.two'], 'newest first');
create temporary table next_page on commit drop as select * from api.list_workflows(row_limit => 4, before_workflow_id => (select min(next_before_workflow_id::text)::uuid from page));
create temporary table last_page on commit drop as select * from api.list_workflows(row_limit => 4, before_workflow_id => (select min(next_before_workflow_id::text)::uuid from next_page));
select is((select count(distinct workflow_id) from (select * from page union all select * from next_page union all select * from last_page) as all_pages), 10::bigint, 'each once');
select is((select count(*) from last_page where next_before_workflow_id is not null), 0::bigint, 'the last page says so');
select is((select count(*) from api.list_workflows(name_prefix => 'demo.o')), 5::bigint, 'by name');
select tests.play();
select is((select count(*) from api.list_workflows('succeeded')), 5::bigint, 'by state');
select is((select count(*) from api.list_workflows('running', 'demo.one')), 0::bigint, 'by both');
select tests.refuses('select * from api.list_workflows(''open'')', 'PT400', 'bad_argument', 'only_state', 'an unknown state');
select tests.refuses('select * from api.list_workflows(row_limit => 0)', 'PT400', 'bad_argument', 'row_limit', 'no rows');
select is((select count(*) from api.list_workflows(before_workflow_id => (select min(workflow_id::text)::uuid from last_page))), 0::bigint, 'before the first there is none');

select * from finish();
