select plan(7);

select tests.as_operator();
create temporary table run on commit drop as select (api.schedule_weekly() ->> 'run_id')::uuid as id;
create function pg_temp.record(verdict text, fence integer) returns text language sql as $$
  select recorded.outcome from run, api.record_gate_results(jsonb_build_array(jsonb_build_object(
    'run_id', id, 'gate', 'lint', 'job_id', 1, 'fence', fence, 'verdict', verdict, 'reason', 'why'
  ))) as recorded
$$;

select is(pg_temp.record('failed', 5), 'recorded', 'a first result is kept');
select is(pg_temp.record('failed', 5), 'recorded', 'the same one again is fine');
select is(pg_temp.record('passed', 4), 'superseded', 'a worker that lost its lease changes nothing');
select is(pg_temp.record('passed', 6), 'recorded', 'the next attempt does');
select is(api.get_quality_run(id) #>> '{gates,0,verdict}', 'passed', 'one result a gate') from run;

select isnt(api.finish_quality_run(id) ->> 'verdict', null, 'the run is finished') from run;
select is(pg_temp.record('failed', 7), 'run_finished', 'after that nothing changes');

select tests.as_owner();
select * from finish();
