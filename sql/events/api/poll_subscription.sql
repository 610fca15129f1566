create function api.poll_subscription(name text, consumer text, want integer default 100, tenant_id uuid default null)
returns jsonb
language plpgsql
volatile
set search_path = ''
as $$
#variable_conflict use_column
begin
  perform cogo.caller_tenant('events:subscribe');
  return cogo.poll_subscription(poll_subscription.name, poll_subscription.consumer, poll_subscription.want, poll_subscription.tenant_id);
end;
$$;

comment on function api.poll_subscription(text, text, integer, uuid) is
  'Takes the next batch of a pull subscription: {fence, lease_expires_at, paused, messages: [{message, channel, attempt}]}. One batch is in hand at a time. Scope: events:subscribe. Errors: bad_argument (400), not_an_agent (401), agent_revoked, channel_forbidden, insufficient_scope (403), subscription_not_found (404).';

revoke execute on function api.poll_subscription(text, text, integer, uuid) from public;
grant execute on function api.poll_subscription(text, text, integer, uuid) to authenticated, service_role;
