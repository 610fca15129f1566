select plan(9);

select tests.as_operator();
-- A run whose gates ended as given, in the order lint, check, test; null is no result.
create function pg_temp.verdict(week text, verdicts text[]) returns text language plpgsql as $$
declare
  run_id uuid := (api.schedule_weekly('.', week) ->> 'run_id')::uuid;
begin
  perform api.record_gate_results(jsonb_build_array(jsonb_build_object(
    'run_id', run_id, 'gate', gate.name, 'verdict', gate.verdict, 'reason', 'why')))
  from unnest(array['lint', 'check', 'test'], verdicts) as gate (name, verdict) where gate.verdict is not null;
  return api.finish_quality_run(run_id) ->> 'verdict';
end
$$;

select is(pg_temp.verdict('2026-W01', '{passed,passed,passed}'), 'passed', 'all gates passed');
select is(pg_temp.verdict('2026-W02', '{skipped,skipped,passed}'), 'passed', 'one ran and passed');
select is(pg_temp.verdict('2026-W03', '{passed,failed,error}'), 'failed', 'a failure outweighs an error');
select is(pg_temp.verdict('2026-W04', '{passed,error,passed}'), 'error', 'a broken gate leaves it open');
select is(pg_temp.verdict('2026-W05', '{skipped,skipped,skipped}'), 'error', 'nothing was checked');
select is(pg_temp.verdict('2026-W06', '{passed,passed,null}'), 'error', 'a gate left no result');

create temporary table run on commit drop as select (api.schedule_weekly('.', '2026-W01') ->> 'run_id')::uuid as id;
select is(
  api.finish_quality_run(id, '{"reason": "other"}') #>> '{summary,reason}', '3 of 3 gates ran and passed.',
  'finishing again returns the first summary'
) from run;
select is(api.finish_quality_run(id) ->> 'finished_now', 'false', 'and says that it was finished') from run;
select throws_ok($$ select api.finish_quality_run(id, '[]') from run $$, 'PT400', null, 'a summary is an object');

select tests.as_owner();
select * from finish();
