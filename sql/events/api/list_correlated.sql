create function api.list_correlated(
  correlation_id uuid,
  after_job_id bigint default null,
  after_message uuid default null,
  row_limit integer default 100,
  tenant_id uuid default null
)
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
  return cogo.list_correlated(
    list_correlated.correlation_id, list_correlated.after_job_id, list_correlated.after_message, list_correlated.row_limit,
    list_correlated.tenant_id
  );
end;
$$;

comment on function api.list_correlated(uuid, bigint, uuid, integer, uuid) is
  'Who caused what: {correlation_id, jobs: [{id, job_id, type, cause, state, is_request, asked_by, expires_at, worker, attempt, created_at, finished_at, error}], messages: [{id, type, cause, channel, ts}], next: {after_job_id, after_message} or null}. A cause is the id of another one. Pass what next says for the next page; tenant_id is for operators. Scope: jobs:read. Errors: bad_argument (400), not_an_agent (401), agent_revoked, insufficient_scope (403).';

revoke execute on function api.list_correlated(uuid, bigint, uuid, integer, uuid) from public;
grant execute on function api.list_correlated(uuid, bigint, uuid, integer, uuid) to authenticated, service_role;
