select plan(8);

select tests.as_operator();
select api.register_workflow('{"name": "demo.flow", "steps": [{"name": "a", "type": "demo.a"}, {"name": "s", "kind": "signal", "signal": "go"}]}');
select tests.as_agent('11111111-1111-4111-8111-111111111111', '22222222-2222-4222-8222-222222222222');
create temporary table run on commit drop as select (api.start_workflow('demo.flow') ->> 'workflow_id')::uuid as id;
grant select on run to authenticated;
select is(api.get_workflow(id) ->> 'tenant_id', '11111111-1111-4111-8111-111111111111', 'the run is its tenant''s') from run;
select is((select count(*) from api.claim_jobs('w', 5)), 1::bigint, 'so are its jobs');
select tests.refuses($$ select api.start_workflow('demo.flow', tenant_id => '33333333-3333-4333-8333-333333333333') $$, 'PT400', 'bad_argument', 'tenant_id', 'an agent names no tenant');
select tests.as_agent('33333333-3333-4333-8333-333333333333', '44444444-4444-4444-8444-444444444444');
select tests.refuses(format('select api.get_workflow(%L)', id), 'PT404', 'workflow_not_found', id::text, 'another tenant does not see it') from run;
select tests.refuses(format('select api.signal_workflow(%L, ''go'')', id), 'PT404', 'workflow_not_found', id::text, 'nor signals it') from run;
select tests.refuses(format('select api.cancel_workflow(%L)', id), 'PT404', 'workflow_not_found', id::text, 'nor cancels it') from run;
select is((select count(*) from api.list_workflows()), 0::bigint, 'nor lists it');
select tests.as_user('33333333-3333-4333-8333-333333333333');
select tests.refuses($$ select api.start_workflow('demo.flow') $$, 'PT401', 'not_an_agent', 'tenant_id', 'a person starts nothing');

select * from finish();
