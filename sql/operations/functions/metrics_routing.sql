create function cogo.metrics_routing(service text, since_min integer)
returns jsonb
language plpgsql
stable
security definer
set search_path = ''
as $$
#variable_conflict use_column
declare
  tenant uuid := cogo.caller_tenant();
  at timestamptz := cogo.now_();
begin
  if metrics_routing.service is not null and metrics_routing.service not in ('chat', 'embeddings') then
    perform cogo.refuse_argument('service', 'it must be chat or embeddings');
  end if;
  return jsonb_build_object(
    'at', at, 'tenant_id', tenant, 'service', metrics_routing.service,
    'window', jsonb_build_object('minutes', metrics_routing.since_min, 'since', at - make_interval(mins => metrics_routing.since_min)),
    'setup', jsonb_build_object(
      'has_models', exists (select from cogo.llm_models as model where model.enabled),
      'keyed_providers', (
        select coalesce(jsonb_agg(keyed.provider order by keyed.provider), '[]')
        from cogo.keyed_providers(coalesce(tenant, cogo.default_tenant())) as keyed
      )
    ),
    'policies', (
      select coalesce(jsonb_agg(jsonb_build_object(
        'policy_id', policy.policy_id, 'name', policy.name, 'version', policy.version, 'algorithm', policy.algorithm,
        'state', policy.state, 'live_at', policy.live_at
      ) order by policy.state desc, policy.policy_id), '[]')
      from cogo.routing_policies as policy
      where policy.tenant_id = coalesce(tenant, cogo.default_tenant()) and policy.state in ('canary', 'live')
    ),
    'providers', cogo.metrics_providers(metrics_routing.service, metrics_routing.since_min),
    'decisions', (
      select coalesce(jsonb_agg(decision), '[]')
      from (
        select told as decision from cogo.list_decisions(metrics_routing.since_min, null, 100, null, null) as told
        where metrics_routing.service is null or told #>> '{asked,service}' = metrics_routing.service
        limit 12
      ) as newest
    )
  );
end;
$$;

comment on function cogo.metrics_routing(text, integer) is
  'What routing does: who serves by which policy, how providers do, the last 12 decisions. An agent sees its tenant''s decisions. Errors: bad_argument (400), not_an_agent (401).';

revoke execute on function cogo.metrics_routing(text, integer) from public;
grant execute on function cogo.metrics_routing(text, integer) to authenticated, service_role;
