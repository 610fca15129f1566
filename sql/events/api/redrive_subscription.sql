create function api.redrive_subscription(name text, message_ids uuid[] default null, tenant_id uuid default null)
returns jsonb
language plpgsql
volatile
set search_path = ''
as $$
#variable_conflict use_column
begin
  perform cogo.caller_tenant('events:subscribe');
  return cogo.redrive_subscription(redrive_subscription.name, redrive_subscription.message_ids, redrive_subscription.tenant_id);
end;
$$;

comment on function api.redrive_subscription(text, uuid[], uuid) is
  'Sends dead letters again, all or the ones named, at most 1000 a call: {redriven}. Scope: events:subscribe. Errors: bad_argument (400), not_an_agent (401), agent_revoked, channel_forbidden, insufficient_scope (403), subscription_not_found (404).';

revoke execute on function api.redrive_subscription(text, uuid[], uuid) from public;
grant execute on function api.redrive_subscription(text, uuid[], uuid) to authenticated, service_role;
