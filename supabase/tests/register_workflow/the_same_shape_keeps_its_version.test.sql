select plan(8);

select tests.as_operator();
create function pg_temp.definition(type text) returns jsonb language sql as
$$ select jsonb_build_object('name', 'demo.flow', 'steps', jsonb_build_array(jsonb_build_object('name', 'a', 'type', type))) $$;
select is(api.register_workflow(pg_temp.definition('demo.a')), '{"name": "demo.flow", "version": 1, "created": true}', 'the first is version 1');
select is(api.register_workflow(pg_temp.definition('demo.a')), '{"name": "demo.flow", "version": 1, "created": false}', 'the same again is the same');
create temporary table old_run on commit drop as select (api.start_workflow('demo.flow') ->> 'workflow_id')::uuid as id;
select is(api.register_workflow(pg_temp.definition('demo.b')), '{"name": "demo.flow", "version": 2, "created": true}', 'another shape is the next version');
select is(api.start_workflow('demo.flow') -> 'version', '2', 'new runs have it');
select is(api.get_workflow(id) -> 'version', '1', 'a run keeps its own') from old_run;
select is(api.start_workflow('demo.flow', version => 1) -> 'version', '1', 'an older one may be asked for');
select is(api.register_workflow(pg_temp.definition('demo.a')) -> 'version', '1', 'an older shape registered again has its version');
select is(api.start_workflow('demo.flow') -> 'version', '1', 'and is what starts');

select * from finish();
