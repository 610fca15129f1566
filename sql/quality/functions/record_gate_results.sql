create function cogo.record_gate_results(results jsonb)
returns table (run_id uuid, gate text, outcome text)
language plpgsql
security definer
set search_path = ''
as $$
#variable_conflict use_column
declare
  item record;
  run cogo.quality_runs;
  written boolean;
begin
  perform cogo.require_quality_batch(record_gate_results.results, 'results',
    array['run_id', 'gate', 'job_id', 'fence', 'verdict', 'reason', 'duration_ms', 'details']);

  -- Runs are locked in id order, so two batches cannot wait for each other.
  for item in
    select given.* from cogo.gate_results_of(record_gate_results.results) as given
    order by given.run_id, given.ordinal
  loop
    run := cogo.lock_quality_run(item.run_id);
    written := false;

    if run.verdict is null then
      insert into cogo.gate_results as known
        (run_id, gate, tenant_id, job_id, fence, verdict, reason, duration_ms, details, created_at)
      values (run.id, item.gate, run.tenant_id, item.job_id, item.fence, item.verdict, item.reason,
        item.duration_ms, item.details, cogo.now_())
      on conflict (run_id, gate) do update
      set job_id = excluded.job_id, fence = excluded.fence, verdict = excluded.verdict,
        reason = excluded.reason, duration_ms = excluded.duration_ms, details = excluded.details,
        created_at = excluded.created_at
      where known.fence <= excluded.fence
      returning true into written;
    end if;

    run_id := run.id;
    gate := item.gate;
    outcome := case when run.verdict is not null then 'run_finished' when written then 'recorded' else 'superseded' end;
    return next;
  end loop;
end;
$$;

comment on function cogo.record_gate_results(jsonb) is
  'Keeps gate verdicts; a later fence replaces an earlier one, and a finished run is never changed.';

revoke execute on function cogo.record_gate_results(jsonb) from public;
grant execute on function cogo.record_gate_results(jsonb) to authenticated, service_role;
