create function cogo.run_fixes(run_id uuid)
returns jsonb
language plpgsql
stable
set search_path = ''
as $$
#variable_conflict use_column
begin
  return (
    select coalesce(jsonb_agg(jsonb_build_object(
      'fix_id', fix.fix_id, 'fixer', fix.fixer, 'gate', fix.gate, 'command', fix.command, 'result', fix.result,
      'files_changed', fix.files_changed, 'lines_added', fix.lines_added, 'lines_removed', fix.lines_removed,
      'before', cogo.fix_side(fix.before), 'after', cogo.fix_side(fix.after), 'applies', fix.applies,
      'job_id', fix.job_id, 'created_at', fix.created_at,
      'diff', files.diff, 'artifacts', coalesce(files.lines, '[]')
    ) order by array_position(array['lint', 'check', 'test'], fix.gate), fix.fixer), '[]')
    from cogo.gate_fixes as fix
    cross join lateral (
      select
        jsonb_agg(cogo.artifact_line(artifact) order by artifact.name) as lines,
        (array_agg(cogo.artifact_line(artifact)) filter (where artifact.name = fix.diff))[1] as diff
      from cogo.artifacts as artifact
      where artifact.run_id = fix.run_id and artifact.job_id = fix.job_id and artifact.name = any (fix.artifacts)
    ) as files
    where fix.run_id = run_fixes.run_id
  );
end;
$$;

comment on function cogo.run_fixes(uuid) is 'The gate fixes of a run as the readers tell them, with their artifacts.';

revoke execute on function cogo.run_fixes(uuid) from public;
