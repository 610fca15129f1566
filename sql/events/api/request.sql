create function api.request(
  type text,
  payload jsonb default '{}',
  timeout_seconds integer default 60,
  idempotency_key text default null,
  priority text default null,
  correlation_id uuid default null,
  cause uuid default null,
  traceparent text default null,
  tenant_id uuid default null
)
returns jsonb
language plpgsql
volatile
set search_path = ''
as $$
#variable_conflict use_column
begin
  perform cogo.caller_tenant('jobs:write');
  return cogo.request(jsonb_strip_nulls(jsonb_build_object(
    'type', request.type, 'idempotency_key', request.idempotency_key, 'priority', request.priority,
    'correlation_id', request.correlation_id, 'cause', request.cause, 'traceparent', request.traceparent,
    'tenant_id', request.tenant_id
  )) || jsonb_build_object('payload', request.payload), request.timeout_seconds);
end;
$$;

comment on function api.request(text, jsonb, integer, text, text, uuid, uuid, text, uuid) is
  'Asks another agent: enqueues a job that is cancelled hard when no reply came in time. A cause (a job''s public id) gives its correlation, and its own time where it is a request. Answers {request_id, job_id, created, expires_at}. Scope: jobs:write. Errors: bad_argument (400), not_an_agent (401), agent_revoked, insufficient_scope (403), idempotency_conflict, request_timed_out (409), payload_too_large (413), schema_mismatch (422).';

revoke execute on function api.request(text, jsonb, integer, text, text, uuid, uuid, text, uuid) from public;
grant execute on function api.request(text, jsonb, integer, text, text, uuid, uuid, text, uuid) to authenticated, service_role;
