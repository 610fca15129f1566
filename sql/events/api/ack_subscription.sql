create function api.ack_subscription(
  name text,
  fence bigint,
  failures jsonb default '[]',
  up_to uuid default null,
  tenant_id uuid default null
)
returns jsonb
language plpgsql
volatile
set search_path = ''
as $$
#variable_conflict use_column
begin
  perform cogo.caller_tenant('events:subscribe');
  return cogo.ack_subscription(ack_subscription.name, ack_subscription.fence, ack_subscription.failures, ack_subscription.up_to, ack_subscription.tenant_id);
end;
$$;

comment on function api.ack_subscription(text, bigint, jsonb, uuid, uuid) is
  'Ends a batch: {outcome: acked | lease_lost}. failures [{id, error, retry_in_seconds}] are delivered again with backoff, then dead letters; messages after up_to go back untouched. Scope: events:subscribe. Errors: bad_argument (400), not_an_agent (401), agent_revoked, channel_forbidden, insufficient_scope (403), subscription_not_found (404), payload_too_large (413).';

revoke execute on function api.ack_subscription(text, bigint, jsonb, uuid, uuid) from public;
grant execute on function api.ack_subscription(text, bigint, jsonb, uuid, uuid) to authenticated, service_role;
