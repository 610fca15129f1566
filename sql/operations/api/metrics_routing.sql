create function api.metrics_routing(service text default null, since_min integer default 60)
returns jsonb
language plpgsql
stable
set search_path = ''
as $$
begin
  perform cogo.caller_tenant('metrics:read');
  return cogo.metrics_routing(metrics_routing.service, metrics_routing.since_min);
end;
$$;

comment on function api.metrics_routing(text, integer) is
  'Serving policies, health per provider and the last decisions of since_min minutes (1 to 10080), of one service or all. Scope: metrics:read. Errors: bad_argument (400), not_an_agent (401), agent_revoked, insufficient_scope (403).';

revoke execute on function api.metrics_routing(text, integer) from public;
grant execute on function api.metrics_routing(text, integer) to authenticated, service_role;
