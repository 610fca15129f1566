create function api.provider_health(since_min integer default 60)
returns setof jsonb
language plpgsql
stable
set search_path = ''
as $$
#variable_conflict use_column
begin
  perform cogo.caller_tenant('metrics:read');
  return query select * from cogo.provider_health_summary(provider_health.since_min);
end;
$$;

comment on function api.provider_health(integer) is
  'Health of every model that was called: breaker, error rate, speed, and what the last minutes counted. Scope: metrics:read. Errors: bad_argument (400), not_an_agent (401), agent_revoked, insufficient_scope (403).';

revoke execute on function api.provider_health(integer) from public;
grant execute on function api.provider_health(integer) to authenticated, service_role;
