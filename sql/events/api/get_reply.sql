create function api.get_reply(job_id bigint default null, request_id uuid default null)
returns jsonb
language plpgsql
volatile
set search_path = ''
as $$
#variable_conflict use_column
begin
  perform cogo.caller_tenant('jobs:read');
  return cogo.get_reply(get_reply.job_id, get_reply.request_id);
end;
$$;

comment on function api.get_reply(bigint, uuid) is
  'How a request stands: {request_id, job_id, state: pending | replied | failed | timed_out, expires_at, result, error: {class, message, stage, reason}}. Scope: jobs:read. Errors: bad_argument (400), not_an_agent (401), agent_revoked, insufficient_scope (403), job_not_found (404).';

revoke execute on function api.get_reply(bigint, uuid) from public;
grant execute on function api.get_reply(bigint, uuid) to authenticated, service_role;
