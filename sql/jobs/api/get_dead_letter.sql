create function api.get_dead_letter(job_id bigint)
returns jsonb
language plpgsql
stable
set search_path = ''
as $$
#variable_conflict use_column
begin
  perform cogo.caller_tenant('jobs:read');
  return cogo.get_dead_letter(get_dead_letter.job_id);
end;
$$;

comment on function api.get_dead_letter(bigint) is
  'One dead letter whole, as JSON: what get_job tells, and dead_letter {state, stage, reason, dead_at, redriven_job_id, discarded_at, discarded_by, discard_reason} and history. Scope: jobs:read. Errors: not_an_agent (401), agent_revoked, insufficient_scope (403), dead_letter_not_found (404).';

revoke execute on function api.get_dead_letter(bigint) from public;
grant execute on function api.get_dead_letter(bigint) to authenticated, service_role;
