create function cogo.record_gate_fixes(fixes jsonb)
returns table (run_id uuid, gate text, fixer text, outcome text, result text)
language plpgsql
security definer
set search_path = ''
as $$
#variable_conflict use_column
declare
  item record;
  run cogo.quality_runs;
begin
  perform cogo.require_quality_batch(record_gate_fixes.fixes, 'fixes',
    array['run_id', 'gate', 'fixer', 'job_id', 'fence', 'command', 'files_changed', 'lines_added', 'lines_removed',
      'before', 'after', 'applies', 'diff', 'artifacts']);

  -- Runs are locked in id order, so two batches cannot wait for each other.
  for item in
    select given.* from cogo.gate_fixes_of(record_gate_fixes.fixes) as given
    order by given.run_id, given.ordinal
  loop
    run := cogo.lock_quality_run(item.run_id);
    run_id := run.id;
    gate := item.gate;
    fixer := item.fixer;
    result := null;

    if run.verdict is null then
      perform cogo.require_fix_artifacts(run.id, item.job_id, item.artifacts);
      insert into cogo.gate_fixes as known (tenant_id, run_id, gate, fixer, job_id, fence, command, files_changed,
        lines_added, lines_removed, before, after, applies, result, diff, artifacts, created_at)
      values (run.tenant_id, run.id, item.gate, item.fixer, item.job_id, item.fence, item.command, item.files_changed,
        item.lines_added, item.lines_removed, item.before, item.after, item.applies,
        cogo.fix_result(item.gate, item.before, item.after, item.applies), item.diff, item.artifacts, cogo.now_())
      on conflict (run_id, gate, fixer) do update
      set job_id = excluded.job_id, fence = excluded.fence, command = excluded.command,
        files_changed = excluded.files_changed, lines_added = excluded.lines_added,
        lines_removed = excluded.lines_removed, before = excluded.before, after = excluded.after,
        applies = excluded.applies, result = excluded.result, diff = excluded.diff, artifacts = excluded.artifacts,
        created_at = excluded.created_at
      where known.fence <= excluded.fence
      returning known.result into result;
    end if;

    outcome := case when run.verdict is not null then 'run_finished' when result is null then 'superseded' else 'recorded' end;
    return next;
  end loop;
end;
$$;

comment on function cogo.record_gate_fixes(jsonb) is
  'Keeps gate fixes and says what each came to; a later fence replaces an earlier one, and a finished run is never changed.';

revoke execute on function cogo.record_gate_fixes(jsonb) from public;
grant execute on function cogo.record_gate_fixes(jsonb) to authenticated, service_role;
