create function api.list_subscriptions(tenant_id uuid default null)
returns jsonb
language plpgsql
stable
set search_path = ''
as $$
#variable_conflict use_column
begin
  perform cogo.caller_tenant('events:subscribe');
  return cogo.list_subscriptions(list_subscriptions.tenant_id);
end;
$$;

comment on function api.list_subscriptions(uuid) is
  'The caller''s subscriptions with state, cursor, retries and dead letters; for operators those of a tenant, or all. Scope: events:subscribe. Errors: bad_argument (400), not_an_agent (401), agent_revoked, insufficient_scope (403).';

revoke execute on function api.list_subscriptions(uuid) from public;
grant execute on function api.list_subscriptions(uuid) to authenticated, service_role;
