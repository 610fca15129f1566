select plan(12);

select tests.as_operator();
create temporary table run on commit drop as select (api.schedule_weekly() ->> 'run_id')::uuid as id;
create function pg_temp.record(change jsonb) returns bigint language sql as $$
  select count(*) from run, api.record_gate_results(jsonb_build_array(
    jsonb_build_object('run_id', id, 'gate', 'check', 'verdict', 'passed'),
    jsonb_build_object('run_id', id, 'gate', 'lint', 'verdict', 'passed') || change
  ))
$$;

select throws_ok($$ select pg_temp.record('{"gate": "deploy"}') $$, 'PT400', null, 'an unknown gate');
select throws_ok($$ select pg_temp.record('{"verdict": "fine"}') $$, 'PT400', null, 'an unknown verdict');
select throws_ok($$ select pg_temp.record('{"verdict": "failed"}') $$, 'PT400', null, 'a failure without a reason');
select throws_ok($$ select pg_temp.record('{"duration_ms": -1}') $$, 'PT400', null, 'a negative duration');
select throws_ok($$ select pg_temp.record('{"duration_ms": "soon"}') $$, 'PT400', null, 'a duration in words');
select throws_ok($$ select pg_temp.record('{"details": []}') $$, 'PT400', null, 'details that are no object');
select throws_ok($$ select pg_temp.record('{"run_id": 7}') $$, 'PT400', null, 'a run id that is none');
select throws_ok($$ select pg_temp.record('{"nonsense": 1}') $$, 'PT400', null, 'an unknown key');
select throws_ok($$ select pg_temp.record(jsonb_build_object('run_id', gen_random_uuid())) $$, 'PT404', null, 'no such run');
select throws_ok($$ select api.record_gate_results('[]') $$, 'PT400', null, 'an empty batch');
select throws_ok($$ select api.record_gate_results('{}') $$, 'PT400', null, 'no batch');

select tests.as_owner();
select is_empty('select * from cogo.gate_results', 'nothing of a refused batch was kept');
select * from finish();
