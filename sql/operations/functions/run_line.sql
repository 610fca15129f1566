create function cogo.run_line(run cogo.quality_runs)
returns jsonb
language plpgsql
stable
security definer
set search_path = ''
as $$
begin
  return jsonb_build_object(
    'run_id', (run).id,
    'kind', (run).kind,
    'iso_week', (run).iso_week,
    'target', (run).target,
    'run_number', (run).run_number,
    'verdict', (run).verdict,
    'created_at', (run).created_at,
    'started_at', (run).started_at,
    'finished_at', (run).finished_at,
    'duration_ms', round(cogo.milliseconds((run).created_at, (run).finished_at)),
    'jobs', case when (run).finished_at is null then (
      select coalesce(jsonb_agg(jsonb_build_object('job_id', state.job_id, 'type', state.type, 'state', state.state) order by state.job_id), '[]')
      from cogo.job_states as state
      where state.job_id = any((run).job_ids)
    ) else '[]' end,
    'gates', (
      select coalesce(jsonb_agg(jsonb_build_object(
        'gate', result.gate, 'verdict', result.verdict, 'reason', result.reason, 'duration_ms', result.duration_ms,
        'job_id', result.job_id, 'tests', result.details -> 'tests', 'coverage', result.details -> 'coverage'
      ) order by array_position(array['lint', 'check', 'test'], result.gate), result.gate), '[]')
      from cogo.gate_results as result
      where result.run_id = (run).id
    ),
    'artifacts', (
      select coalesce(jsonb_agg(cogo.artifact_line(kept.artifact) order by kept.name), '[]')
      from (
        select each_artifact as artifact, each_artifact.name
        from cogo.artifacts as each_artifact where each_artifact.run_id = (run).id order by each_artifact.name limit 100
      ) as kept
    ),
    'fixes', cogo.run_fixes((run).id)
  );
end;
$$;

comment on function cogo.run_line(cogo.quality_runs) is
  'One quality run as the readers tell it: verdict, times, its jobs while it is open, gates, up to 100 artifacts, and its fixes.';

revoke execute on function cogo.run_line(cogo.quality_runs) from public;
