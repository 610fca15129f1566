select plan(20);

select tests.as_operator();
create temporary table run on commit drop as select (api.schedule_gate() ->> 'run_id')::uuid as id;
select api.record_artifacts(jsonb_build_array(jsonb_build_object('run_id', id, 'job_id', 1, 'name', 'fix.diff', 'kind', 'diff',
  'media_type', 'text/x-diff', 'size_bytes', 1, 'sha256', repeat('a', 64), 'location', 'local:' || repeat('a', 64)))) from run;
create function pg_temp.record(change jsonb) returns bigint language sql as $$
  with sound as (
    select jsonb_build_object('run_id', id, 'gate', 'lint', 'fixer', 'eslint', 'job_id', 1, 'fence', 1, 'command', 'eslint . --fix',
      'files_changed', 1, 'lines_added', 1, 'lines_removed', 1, 'applies', true, 'diff', 'fix.diff',
      'before', '{"lint": {"verdict": "failed"}, "check": {"verdict": "passed"}, "test": {"verdict": "passed"}}'::jsonb,
      'after', '{"lint": {"verdict": "passed"}, "check": {"verdict": "passed"}, "test": {"verdict": "passed"}}'::jsonb) as item
    from run
  )
  select count(*) from sound, api.record_gate_fixes(jsonb_build_array(item || '{"fixer": "prettier"}', item || change))
$$;

select throws_ok($$ select pg_temp.record('{"gate": "deploy"}') $$, 'PT400', null, 'an unknown gate');
select throws_ok($$ select pg_temp.record('{"fixer": ""}') $$, 'PT400', null, 'no fixer');
select throws_ok($$ select pg_temp.record('{"command": ""}') $$, 'PT400', null, 'no command');
select throws_ok($$ select pg_temp.record('{"files_changed": 0}') $$, 'PT400', null, 'a fix that changes nothing');
select throws_ok($$ select pg_temp.record('{"lines_added": -1}') $$, 'PT400', null, 'a negative count');
select throws_ok($$ select pg_temp.record('{"lines_removed": 1e30}') $$, 'PT400', null, 'an impossible count');
select throws_ok($$ select pg_temp.record('{"applies": null}') $$, 'PT400', null, 'nobody tried whether it applies');
select throws_ok($$ select pg_temp.record('{"job_id": null}') $$, 'PT400', null, 'no job');
select throws_ok($$ select pg_temp.record('{"before": null}') $$, 'PT400', null, 'no verdicts');
select throws_ok($$ select pg_temp.record('{"before": {"lint": {"verdict": "failed"}}}') $$, 'PT400', null, 'two gates left out');
select throws_ok($$ select pg_temp.record('{"after": {"lint": "passed", "check": "passed", "test": "passed"}}') $$, 'PT400', null, 'verdicts that are no objects');
select throws_ok($$ select pg_temp.record('{"after": {"lint": {"verdict": "fine"}, "check": {"verdict": "passed"}, "test": {"verdict": "passed"}}}') $$, 'PT400', null, 'an unknown verdict');
select throws_ok($$ select pg_temp.record('{"diff": "../fix.diff"}') $$, 'PT400', null, 'a diff that is a path');
select throws_ok($$ select pg_temp.record('{"diff": "other.diff"}') $$, 'PT400', null, 'a diff that was not recorded');
select throws_ok($$ select pg_temp.record('{"artifacts": ["none.json"]}') $$, 'PT400', null, 'a file that was not recorded');
select throws_ok($$ select pg_temp.record('{"artifacts": {}}') $$, 'PT400', null, 'files that are no list');
select throws_ok($$ select pg_temp.record('{"result": "fixed"}') $$, 'PT400', null, 'nobody says himself what it came to');
select throws_ok($$ select pg_temp.record(jsonb_build_object('run_id', gen_random_uuid())) $$, 'PT404', null, 'no such run');
select throws_ok($$ select api.record_gate_fixes('[]') $$, 'PT400', null, 'an empty batch');

select tests.as_owner();
select is_empty('select * from cogo.gate_fixes', 'nothing of a refused batch was kept');
select * from finish();
