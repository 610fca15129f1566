select plan(6);
select tests.as_operator();
create temporary table run on commit drop as select (api.schedule_gate() ->> 'run_id')::uuid as id;
select api.record_gate_results(jsonb_agg(jsonb_build_object('run_id', id, 'gate', gate, 'verdict', 'failed', 'reason', 'why')))
from run, unnest(array['lint', 'check', 'test']) as gate;
select api.record_artifacts(jsonb_build_array(jsonb_build_object('run_id', id, 'job_id', 1, 'name', 'fix.diff', 'kind', 'diff',
  'media_type', 'text/x-diff', 'size_bytes', 1, 'sha256', repeat('a', 64), 'location', 'local:' || repeat('a', 64)))) from run;
select api.record_gate_fixes(jsonb_build_array(jsonb_build_object(
  'run_id', id, 'gate', 'lint', 'fixer', 'eslint', 'job_id', 1, 'command', 'eslint . --fix', 'files_changed', 1,
  'lines_added', 1, 'lines_removed', 1, 'applies', true, 'diff', 'fix.diff',
  'before', '{"lint": {"verdict": "failed"}, "check": {"verdict": "passed"}, "test": {"verdict": "passed"}}'::jsonb,
  'after', '{"lint": {"verdict": "passed"}, "check": {"verdict": "failed"}, "test": {"verdict": "passed"}}'::jsonb))) from run;
select api.finish_quality_run(id) from run;
select tests.as_owner();
select tests.lives_clean();
select tests.verify_tells($$ update cogo.quality_runs set verdict = 'passed' $$, 'a run has the verdict of its gates', 'a failure that is called a pass');
select tests.verify_tells('update cogo.gate_fixes set tenant_id = gen_random_uuid()', 'what a run holds is its tenant''s', 'a fix of another tenant');
select tests.verify_tells($$ update cogo.gate_fixes set result = 'fixed' $$, 'a fix is called what its gates say', 'a fix that made a gate worse and is called a success');
select tests.verify_tells('update cogo.gate_fixes set applies = false, after = jsonb_set(after, ''{check,verdict}'', ''"passed"'')', 'a fix is called what its gates say', 'a fix that does not apply');
select tests.verify_tells('delete from cogo.artifacts', 'a fix has its diff and its other artifacts', 'a diff that is gone');
select * from finish();
