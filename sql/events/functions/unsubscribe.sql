create function cogo.unsubscribe(name text, tenant_id uuid)
returns jsonb
language plpgsql
security definer
set search_path = ''
as $$
declare
  owned cogo.subscriptions := cogo.own_subscription(unsubscribe.name, unsubscribe.tenant_id);
begin
  delete from cogo.redeliveries as retry where retry.subscription_id = owned.id;
  delete from cogo.subscription_dead_letters as letter where letter.subscription_id = owned.id;
  delete from cogo.subscriptions as subscription where subscription.id = owned.id;
  return jsonb_build_object('name', owned.name, 'outcome', 'unsubscribed');
end;
$$;

comment on function cogo.unsubscribe(text, uuid) is
  'Removes a subscription with its cursor, its retries and its dead letters.';

revoke execute on function cogo.unsubscribe(text, uuid) from public;
grant execute on function cogo.unsubscribe(text, uuid) to authenticated, service_role;
