create function api.enqueue_job(
  type text,
  payload jsonb default '{}',
  idempotency_key text default null,
  run_at timestamptz default null,
  priority text default null,
  executor text default null,
  max_attempts integer default null,
  correlation_id uuid default null,
  cause uuid default null,
  traceparent text default null,
  after bigint[] default null,
  tenant_id uuid default null,
  concurrency_key text default null,
  out job_id bigint,
  out id uuid,
  out created boolean
)
language plpgsql
volatile
set search_path = ''
set plan_cache_mode = force_generic_plan
set enable_seqscan = off
set jit = off
as $$
begin
  perform cogo.caller_tenant('jobs:write');
  select enqueued.job_id, enqueued.id, enqueued.created into job_id, id, created
  from cogo.enqueue_jobs(jsonb_build_array(jsonb_strip_nulls(jsonb_build_object(
    'type', type, 'idempotency_key', idempotency_key, 'run_at', run_at, 'priority', priority, 'executor', executor,
    'max_attempts', max_attempts, 'correlation_id', correlation_id, 'cause', cause, 'traceparent', traceparent,
    'after', after[1:1001], 'tenant_id', tenant_id, 'concurrency_key', concurrency_key
  )) || jsonb_build_object('payload', payload))) as enqueued;
end;
$$;

comment on function api.enqueue_job(
  text, jsonb, text, timestamptz, text, text, integer, uuid, uuid, text, bigint[], uuid, text
) is
  'Enqueues one job; see enqueue_jobs. Scope: jobs:write. Errors: bad_argument (400), not_an_agent (401), agent_revoked, insufficient_scope (403), idempotency_conflict (409), payload_too_large (413), schema_mismatch (422), queue_full (429).';

revoke execute on function api.enqueue_job(
  text, jsonb, text, timestamptz, text, text, integer, uuid, uuid, text, bigint[], uuid, text
) from public;
grant execute on function api.enqueue_job(
  text, jsonb, text, timestamptz, text, text, integer, uuid, uuid, text, bigint[], uuid, text
) to authenticated, service_role;
