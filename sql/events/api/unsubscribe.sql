create function api.unsubscribe(name text, tenant_id uuid default null)
returns jsonb
language plpgsql
volatile
set search_path = ''
as $$
#variable_conflict use_column
begin
  perform cogo.caller_tenant('events:subscribe');
  return cogo.unsubscribe(unsubscribe.name, unsubscribe.tenant_id);
end;
$$;

comment on function api.unsubscribe(text, uuid) is
  'Removes a subscription with its cursor, its retries and its dead letters. Scope: events:subscribe. Errors: bad_argument (400), not_an_agent (401), agent_revoked, channel_forbidden, insufficient_scope (403), subscription_not_found (404).';

revoke execute on function api.unsubscribe(text, uuid) from public;
grant execute on function api.unsubscribe(text, uuid) to authenticated, service_role;
