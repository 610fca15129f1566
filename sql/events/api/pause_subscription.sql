create function api.pause_subscription(name text, tenant_id uuid default null)
returns jsonb
language plpgsql
volatile
set search_path = ''
as $$
#variable_conflict use_column
begin
  perform cogo.caller_tenant('events:subscribe');
  return cogo.set_subscription_paused(pause_subscription.name, true, pause_subscription.tenant_id);
end;
$$;

comment on function api.pause_subscription(text, uuid) is
  'Pauses a subscription; it keeps its cursor. Scope: events:subscribe. Errors: bad_argument (400), not_an_agent (401), agent_revoked, channel_forbidden, insufficient_scope (403), subscription_not_found (404).';

revoke execute on function api.pause_subscription(text, uuid) from public;
grant execute on function api.pause_subscription(text, uuid) to authenticated, service_role;
