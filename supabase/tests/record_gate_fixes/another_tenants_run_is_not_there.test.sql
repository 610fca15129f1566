select plan(4);

select tests.as_agent('aaaaaaaa-aaaa-4aaa-8aaa-aaaaaaaaaaaa', '11111111-1111-4111-8111-111111111111');
create temporary table run on commit drop as select (api.schedule_gate('https://example.org/x.git') ->> 'run_id')::uuid as id;
grant select on run to public;
create function pg_temp.record() returns text language sql as $$
  select recorded.outcome from run, api.record_gate_fixes(jsonb_build_array(jsonb_build_object(
    'run_id', id, 'gate', 'lint', 'fixer', 'eslint', 'job_id', 1, 'command', 'eslint . --fix', 'files_changed', 1,
    'lines_added', 1, 'lines_removed', 1, 'applies', true, 'diff', 'fix.diff',
    'before', '{"lint": {"verdict": "failed"}, "check": {"verdict": "passed"}, "test": {"verdict": "passed"}}'::jsonb,
    'after', '{"lint": {"verdict": "passed"}, "check": {"verdict": "passed"}, "test": {"verdict": "passed"}}'::jsonb
  ))) as recorded
$$;
select api.record_artifacts(jsonb_build_array(jsonb_build_object('run_id', id, 'job_id', 1, 'name', 'fix.diff', 'kind', 'diff',
  'media_type', 'text/x-diff', 'size_bytes', 1, 'sha256', repeat('a', 64), 'location', 'local:aaaaaaaa-aaaa-4aaa-8aaa-aaaaaaaaaaaa/' || repeat('a', 64)))) from run;
select is(pg_temp.record(), 'recorded', 'a tenant records fixes of its own run');
select is(jsonb_array_length(api.quality_gate_recent() #> '{runs,0,fixes}'), 1, 'and reads them');

select tests.as_agent('bbbbbbbb-bbbb-4bbb-8bbb-bbbbbbbbbbbb', '22222222-2222-4222-8222-222222222222');
select throws_ok('select pg_temp.record()', 'PT404', null, 'to another tenant the run is not there');
select is(api.quality_gate_recent() -> 'runs', '[]', 'nor its fixes');

select tests.as_owner();
select * from finish();
