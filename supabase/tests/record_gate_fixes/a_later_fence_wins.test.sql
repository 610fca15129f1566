select plan(13);

select tests.as_operator();
create temporary table run on commit drop as select (api.schedule_gate() ->> 'run_id')::uuid as id;
create function pg_temp.keep_files() returns bigint language sql as $$
  select count(*) from run, api.record_artifacts((select jsonb_agg(jsonb_build_object('run_id', id, 'job_id', 1, 'fence', 5,
    'name', name, 'kind', kind, 'media_type', 'text/plain', 'size_bytes', 1, 'sha256', repeat('a', 64), 'location', 'local:' || repeat('a', 64)))
    from (values ('fix.lint.diff', 'diff'), ('eslint.before.json', 'eslint')) as file (name, kind)))
$$;
create function pg_temp.record(fence integer, lines integer default 3) returns text language sql as $$
  select recorded.outcome || coalesce(', ' || recorded.result, '') from run, api.record_gate_fixes(jsonb_build_array(jsonb_build_object(
    'run_id', id, 'gate', 'lint', 'fixer', 'eslint', 'job_id', 1, 'fence', fence, 'command', 'eslint . --fix',
    'files_changed', 1, 'lines_added', lines, 'lines_removed', 2, 'applies', true, 'diff', 'fix.lint.diff', 'artifacts', '["eslint.before.json"]'::jsonb,
    'before', '{"lint": {"verdict": "failed"}, "check": {"verdict": "passed"}, "test": {"verdict": "passed"}}'::jsonb,
    'after', '{"lint": {"verdict": "passed"}, "check": {"verdict": "passed"}, "test": {"verdict": "passed"}}'::jsonb
  ))) as recorded
$$;

select throws_ok('select pg_temp.record(5)', 'PT400', null, 'a fix without its diff is refused');
select is(pg_temp.keep_files(), 2::bigint, 'files may be a diff and an ESLint report');
select is(pg_temp.record(5), 'recorded, fixed', 'a first fix is kept, with what it came to');
select is(pg_temp.record(5), 'recorded, fixed', 'the same one again is fine');
select is(pg_temp.record(4, 99), 'superseded', 'a worker that lost its lease changes nothing');
select is(pg_temp.record(6, 4), 'recorded, fixed', 'the next attempt does');

create temporary table told on commit drop as select api.get_quality_run(id) -> 'fixes' as fixes from run;
select is(jsonb_array_length(fixes), 1, 'one fix a gate and fixer') from told;
select is(fixes -> 0 ->> 'lines_added', '4', 'the later one') from told;
select is(fixes #>> '{0,before,verdict}' || ' ' || (fixes #>> '{0,after,verdict}'), 'failed passed', 'before and after tell a verdict') from told;
select is(fixes #>> '{0,diff,url}', '/functions/v1/artifacts/' || (fixes #>> '{0,diff,artifact_id}'), 'its diff has an address') from told;
select is(fixes #> '{0,artifacts}' @> '[{"name": "eslint.before.json", "kind": "eslint"}]', true, 'and so have its other files') from told;

select isnt(api.finish_quality_run(id) ->> 'verdict', null, 'the run is finished') from run;
select is(pg_temp.record(7), 'run_finished', 'after that nothing changes');

select tests.as_owner();
select * from finish();
