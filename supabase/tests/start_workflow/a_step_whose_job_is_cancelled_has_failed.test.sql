select plan(3);

select tests.as_operator();
create temporary table run on commit drop as select tests.start_flow('{"name": "demo.flow", "steps": [{"name": "a", "type": "demo.a"}]}') as id;
select count(*) from run, api.cancel_jobs(array[(api.get_workflow(id) #>> '{steps,0,job_id}')::bigint], reason => 'by hand');
select is(tests.flow_state(id), 'failed', 'the run fails') from run;
select is(api.get_workflow(id) #>> '{error,reason}', 'cancelled', 'the reason is that') from run;
select is(api.get_workflow(id) #>> '{error,message}', 'by hand', 'in the user''s words') from run;

select * from finish();
