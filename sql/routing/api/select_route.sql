create function api.select_route(
  service text,
  context_tokens integer,
  max_output_tokens integer default null,
  intended_model text default null,
  sla_ms integer default null,
  cost_sensitivity real default null,
  domain_tags text[] default '{}',
  region text default null,
  data_policy text default null,
  capabilities text[] default '{}',
  session text default null,
  prefix_hash text default null,
  cached_tokens integer default null,
  critical boolean default false,
  max_cost_nano bigint default null,
  idempotency_key text default null,
  tenant_id uuid default null,
  traceparent text default null,
  job_id bigint default null
)
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
  perform cogo.caller_tenant('route:select');
  return cogo.select_route(
    select_route.service, select_route.context_tokens, select_route.max_output_tokens, select_route.intended_model,
    select_route.sla_ms, select_route.cost_sensitivity, select_route.domain_tags, select_route.region, select_route.data_policy,
    select_route.capabilities, select_route.session, select_route.prefix_hash, select_route.cached_tokens, select_route.critical,
    select_route.max_cost_nano, select_route.idempotency_key, select_route.tenant_id,
    select_route.traceparent, select_route.job_id
  );
end;
$$;

comment on function api.select_route(text, integer, integer, text, integer, real, text[], text, text, text[], text, text, integer, boolean, bigint, text, uuid, text, bigint) is
  'Chooses a model by the published policy, holds the money and gives a grant that alone opens the key. A refusal is an answer: {refused: {status, details: no_candidate | budget_exceeded | rate_limited, …}}. Scope: route:select. Errors: bad_argument (400), not_an_agent (401), agent_revoked, insufficient_scope, tenant_forbidden (403), idempotency_conflict (409).';

revoke execute on function api.select_route(text, integer, integer, text, integer, real, text[], text, text, text[], text, text, integer, boolean, bigint, text, uuid, text, bigint) from public;
grant execute on function api.select_route(text, integer, integer, text, integer, real, text[], text, text, text[], text, text, integer, boolean, bigint, text, uuid, text, bigint) to authenticated, service_role;
