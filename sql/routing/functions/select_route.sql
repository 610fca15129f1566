create function cogo.select_route(
  service text, context_tokens integer, max_output_tokens integer, intended_model text, sla_ms integer, cost_sensitivity real,
  domain_tags text[], region text, data_policy text, capabilities text[], session text, prefix_hash text, cached_tokens integer,
  critical boolean, max_cost_nano bigint, idempotency_key text, tenant_id uuid,
  traceparent text, job_id bigint
)
returns jsonb
language plpgsql
security definer
set search_path = ''
as $$
#variable_conflict use_column
declare
  tenant uuid := cogo.route_tenant(select_route.tenant_id);
  is_plain boolean := num_nonnulls(
    select_route.intended_model, select_route.sla_ms, select_route.cost_sensitivity, select_route.region, select_route.data_policy,
    select_route.prefix_hash, select_route.cached_tokens, select_route.max_cost_nano,
    nullif(select_route.domain_tags, '{}'), nullif(select_route.capabilities, '{}'), nullif(select_route.critical, false)
  ) = 0;
  agent uuid := cogo.caller_agent();
  at timestamptz := cogo.now_();
  ask jsonb;
  hash uuid;
  known cogo.routing_decisions;
  limited jsonb;
  answer jsonb;
begin
  -- No reservation is spent before its opening, which commits on disk, and with it all that was written before.
  perform set_config('synchronous_commit', 'off', true);
  ask := jsonb_build_object(
    'service', select_route.service, 'context_tokens', select_route.context_tokens, 'max_output_tokens', select_route.max_output_tokens
  );
  if not is_plain then
    ask := ask || jsonb_build_object(
      'intended_model', select_route.intended_model, 'sla_ms', select_route.sla_ms, 'cost_sensitivity', select_route.cost_sensitivity,
      'domain_tags', nullif(select_route.domain_tags, '{}'), 'region', select_route.region, 'data_policy', select_route.data_policy,
      'capabilities', nullif(select_route.capabilities, '{}'), 'prefix_hash', select_route.prefix_hash,
      'cached_tokens', select_route.cached_tokens, 'critical', nullif(select_route.critical, false), 'max_cost_nano', select_route.max_cost_nano
    );
  end if;
  ask := jsonb_strip_nulls(ask);
  if not is_plain or select_route.max_output_tokens not between 1 and 10000000
    or (select_route.context_tokens between 0 and 1000000 and select_route.service in ('chat', 'embeddings')) is not true then
    perform cogo.check_ask(ask);
  end if;
  if select_route.session is not null or select_route.prefix_hash is not null then
    ask := ask || jsonb_build_object('session', cogo.route_session(tenant, agent, select_route.session, select_route.prefix_hash));
  end if;

  if select_route.idempotency_key is not null then
    hash := cogo.decision_key(tenant, select_route.idempotency_key);
    select decision.* into known from cogo.routing_decisions as decision
    where decision.tenant_id = tenant and decision.key_hash = hash;
    if found then
      return cogo.repeat_route(known, agent, ask, at);
    end if;
  end if;

  limited := cogo.take_rates(tenant, agent, select_route.context_tokens + coalesce(select_route.max_output_tokens, 0), at);
  answer := case when limited is null then cogo.decide_route(
    tenant, agent, ask, hash, at, coalesce(cogo.w3c_traceparent(select_route.traceparent), cogo.caller_traceparent()), select_route.job_id
  ) else cogo.rate_refusal(limited) end;
  if answer ? 'refused' then
    perform cogo.note_refusal(answer);
  end if;
  return answer;
end;
$$;

comment on function cogo.select_route(text, integer, integer, text, integer, real, text[], text, text, text[], text, text, integer, boolean, bigint, text, uuid, text, bigint) is
  'Who asks, for what, whether it asks again, whether it may ask now; then cogo.decide_route.';

revoke execute on function cogo.select_route(text, integer, integer, text, integer, real, text[], text, text, text[], text, text, integer, boolean, bigint, text, uuid, text, bigint) from public;
grant execute on function cogo.select_route(text, integer, integer, text, integer, real, text[], text, text, text[], text, text, integer, boolean, bigint, text, uuid, text, bigint) to authenticated, service_role;
