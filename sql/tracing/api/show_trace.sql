create function api.show_trace(job_id bigint)
returns jsonb
language plpgsql
stable
set search_path = ''
set plan_cache_mode = force_generic_plan
set enable_seqscan = off
set jit = off
as $$
#variable_conflict use_column
begin
  perform cogo.caller_tenant('jobs:read');
  return cogo.show_trace(show_trace.job_id);
end;
$$;

comment on function api.show_trace(bigint) is
  'The trace that a job belongs to: {trace_id, job_id, spans: [{span_id, parent_span_id, name, kind, started_at, ended_at, status, attributes}], is_capped}. Jobs, waits, attempts, workflow steps, calls of models, messages. Scope: jobs:read. Errors: not_an_agent (401), agent_revoked, insufficient_scope (403), job_not_found (404).';

revoke execute on function api.show_trace(bigint) from public;
grant execute on function api.show_trace(bigint) to authenticated, service_role;
