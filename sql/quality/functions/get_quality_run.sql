create function cogo.get_quality_run(run_id uuid)
returns jsonb
language plpgsql
stable
security definer
set search_path = ''
as $$
#variable_conflict use_column
declare
  tenant uuid := cogo.caller_tenant();
  run cogo.quality_runs;
begin
  select * into run from cogo.quality_runs as known
  where known.id = get_quality_run.run_id and (tenant is null or known.tenant_id = tenant);

  if run.id is null then
    perform cogo.raise_quality_run_not_found(get_quality_run.run_id);
  end if;

  return jsonb_build_object(
    'run_id', run.id, 'tenant_id', run.tenant_id, 'kind', run.kind, 'iso_week', run.iso_week,
    'target', run.target, 'run_number', run.run_number, 'verdict', run.verdict, 'summary', run.summary,
    'plan', run.plan, 'decide_job_id', run.decide_job_id, 'aggregate_job_id', run.aggregate_job_id,
    'created_at', run.created_at, 'started_at', run.started_at, 'finished_at', run.finished_at,
    'jobs', cogo.quality_run_jobs(run.job_ids),
    'gates', (
      select coalesce(jsonb_agg(jsonb_build_object('gate', result.gate, 'job_id', result.job_id,
        'verdict', result.verdict, 'reason', result.reason, 'duration_ms', result.duration_ms,
        'details', result.details) order by array_position(array['lint', 'check', 'test'], result.gate)), '[]')
      from cogo.gate_results as result where result.run_id = run.id
    ),
    'artifacts', (
      select coalesce(jsonb_agg(jsonb_build_object('id', artifact.id, 'job_id', artifact.job_id,
        'name', artifact.name, 'kind', artifact.kind, 'media_type', artifact.media_type,
        'size_bytes', artifact.size_bytes, 'sha256', artifact.sha256, 'location', artifact.location,
        'created_at', artifact.created_at) order by artifact.job_id, artifact.name), '[]')
      from cogo.artifacts as artifact where artifact.run_id = run.id
    ),
    'fixes', cogo.run_fixes(run.id)
  );
end;
$$;

comment on function cogo.get_quality_run(uuid) is
  'A run with its plan, the states of its jobs, its gate results, its artifacts and its fixes.';

revoke execute on function cogo.get_quality_run(uuid) from public;
grant execute on function cogo.get_quality_run(uuid) to authenticated, service_role;
