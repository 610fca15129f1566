create function cogo.gate_operations(since timestamptz, until timestamptz, tenant uuid)
returns jsonb
language plpgsql
stable
security definer
set search_path = ''
as $$
#variable_conflict use_column
declare
  failed numeric := cogo.metric_sum('jobs_failed', gate_operations.since, gate_operations.until, gate_operations.tenant);
  succeeded numeric := cogo.metric_sum('jobs_succeeded', gate_operations.since, gate_operations.until, gate_operations.tenant);
begin
  return jsonb_build_object(
    'failures', jsonb_build_object(
      'count', failed, 'of', failed + succeeded, 'rate', cogo.pass_rate(failed::bigint, (failed + succeeded)::bigint)
    ),
    'wait', cogo.gate_wait(gate_operations.since, gate_operations.until, gate_operations.tenant),
    'decisions', cogo.decision_quality(gate_operations.since, gate_operations.tenant)
  );
end;
$$;

comment on function cogo.gate_operations(timestamptz, timestamptz, uuid) is
  'What the operational gates are judged by: jobs that failed for good of those that ended, p90 of the wait, decisions that worked out.';

revoke execute on function cogo.gate_operations(timestamptz, timestamptz, uuid) from public;
