create function cogo.list_subscriptions(tenant_id uuid)
returns jsonb
language plpgsql
stable
security definer
set search_path = ''
as $$
#variable_conflict use_column
declare
  tenant uuid := cogo.caller_tenant();
  acting uuid := cogo.acting_tenant(list_subscriptions.tenant_id);
begin
  return coalesce((
    select jsonb_agg(cogo.subscription_summary(subscription) order by subscription.name)
    from (
      select * from cogo.subscriptions as any_subscription
      where (acting is null or any_subscription.tenant_id = acting)
        and (tenant is null or any_subscription.agent_id is not distinct from cogo.caller_agent())
      order by any_subscription.name, any_subscription.id
      limit 1000
    ) as subscription
  ), '[]');
end;
$$;

comment on function cogo.list_subscriptions(uuid) is
  'The caller''s subscriptions; for an operator those of a tenant, or all. At most 1000.';

revoke execute on function cogo.list_subscriptions(uuid) from public;
grant execute on function cogo.list_subscriptions(uuid) to authenticated, service_role;
