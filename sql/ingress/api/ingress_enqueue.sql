create function api.ingress_enqueue(job jsonb, callback_url text default null, address text default null)
returns jsonb
language plpgsql
volatile
set search_path = ''
set plan_cache_mode = force_generic_plan
set enable_seqscan = off
set jit = off
as $$
#variable_conflict use_column
begin
  perform cogo.caller_tenant('jobs:write');
  return cogo.ingress_enqueue(ingress_enqueue.job, ingress_enqueue.callback_url, ingress_enqueue.address);
end;
$$;

comment on function api.ingress_enqueue(jsonb, text, text) is
  'Lets one job in, as enqueue_jobs takes it, or answers why not: {refused: {status, details: rate_limited | overloaded | budget_exceeded | …, retry_after_ms}}. The function ingress calls it. Scope: jobs:write. Errors: bad_argument (400), not_an_agent (401), agent_revoked, insufficient_scope (403), payload_too_large (413).';

revoke execute on function api.ingress_enqueue(jsonb, text, text) from public;
grant execute on function api.ingress_enqueue(jsonb, text, text) to authenticated, service_role;
