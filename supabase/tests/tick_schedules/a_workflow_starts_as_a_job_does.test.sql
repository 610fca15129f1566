select plan(7);

-- The engine of workflows where it is; else a stand-in with the two functions that schedules call.
create table public.flows (id uuid primary key, key text unique, name text, input jsonb, tenant_id uuid, state text not null default 'running');
create function pg_temp.lay_flows() returns void language plpgsql as $lay$
begin
  if to_regprocedure('cogo.start_workflows(jsonb)') is not null then
    perform api.register_workflow('{"name": "demo.flow", "steps": [{"name": "one", "type": "demo.a"}]}');
    return;
  end if;
  create function cogo.start_workflows(workflows jsonb) returns jsonb language sql as $$
    with given as (select item from jsonb_array_elements(workflows) as item),
    made as (
      insert into public.flows (id, key, name, input, tenant_id)
      select gen_random_uuid(), item ->> 'idempotency_key', item ->> 'name', item -> 'input', (item ->> 'tenant_id')::uuid from given
      returning id
    )
    select jsonb_agg(jsonb_build_object('workflow_id', id)) from made
  $$;
  create function api.get_workflow(workflow_id uuid) returns jsonb language sql as $$
    select jsonb_build_object('state', state) from public.flows where id = workflow_id
  $$;
end;
$lay$;

select tests.as_owner();
select pg_temp.lay_flows();
create temporary table start on commit drop as select tests.schedule('a', '{
  "job": null, "workflow": {"name": "demo.flow", "input": {"of": {"$ref": "due_at"}}}, "overlap": "skip"
}') as at;
select tests.schedule('b', '{"overlap": "skip"}');
select tests.set_clock(at) from start;
select is(cogo.tick_schedules() ->> 'started', '2', 'a workflow and a job start in one tick');
select isnt((select workflow_id from api.schedule_history('a')), null, 'the run names its workflow');
select is((select job_id from api.schedule_history('a')), null, 'and no job');
select is((select num_nonnulls(job_id, workflow_id) from api.schedule_history('b')), 1, 'the other run has its job');
select tests.set_clock(at + interval '1 minute') from start;
select count(*) from (select cogo.tick_schedules()) as ticked;
select is(tests.runs('a'), '00 started, 01 skipped overlap', 'while it runs, overlap says skip');
select is(tests.runs('b'), '00 started, 01 skipped overlap', 'as of the job');
select tests.refuses(
  $$ select tests.schedule('c', '{"job": null, "workflow": {"name": "demo.flow", "tenant_id": "00000000-0000-4000-8000-00000000000b"}}') $$,
  'PT400', 'bad_argument', 'tenant_id'
);

select * from finish();
