create function cogo.ack_subscription(name text, fence bigint, failures jsonb, up_to uuid, tenant_id uuid)
returns jsonb
language plpgsql
security definer
set search_path = ''
as $$
declare
  owned cogo.subscriptions;
begin
  perform cogo.check_message_failures(coalesce(ack_subscription.failures, '[]'));
  owned := cogo.own_subscription(ack_subscription.name, ack_subscription.tenant_id);
  return jsonb_build_object('outcome', cogo.settle_batch(
    owned, ack_subscription.fence, ack_subscription.up_to, coalesce(ack_subscription.failures, '[]'), cogo.now_()
  ));
end;
$$;

comment on function cogo.ack_subscription(text, bigint, jsonb, uuid, uuid) is
  'Acknowledges a batch under its fence. Errors: bad_argument (400), subscription_not_found (404).';

revoke execute on function cogo.ack_subscription(text, bigint, jsonb, uuid, uuid) from public;
grant execute on function cogo.ack_subscription(text, bigint, jsonb, uuid, uuid) to authenticated, service_role;
