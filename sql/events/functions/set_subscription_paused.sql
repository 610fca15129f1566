create function cogo.set_subscription_paused(name text, paused boolean, tenant_id uuid)
returns jsonb
language plpgsql
security definer
set search_path = ''
as $$
declare
  owned cogo.subscriptions := cogo.own_subscription(set_subscription_paused.name, set_subscription_paused.tenant_id);
begin
  update cogo.subscriptions as subscription
  set
    paused_at = case when set_subscription_paused.paused then coalesce(subscription.paused_at, cogo.now_()) end,
    pause_reason = case when set_subscription_paused.paused then coalesce(subscription.pause_reason, 'asked') end,
    -- Who resumes says that the endpoint is well again.
    failures = case when set_subscription_paused.paused then subscription.failures else 0 end,
    failing_since = case when set_subscription_paused.paused then subscription.failing_since end,
    resume_at = case when set_subscription_paused.paused then subscription.resume_at end
  where subscription.id = owned.id
  returning subscription.* into owned;
  return cogo.subscription_summary(owned);
end;
$$;

comment on function cogo.set_subscription_paused(text, boolean, uuid) is
  'Pauses or resumes a subscription. It keeps its cursor; what a consumer has in hand may still be acknowledged.';

revoke execute on function cogo.set_subscription_paused(text, boolean, uuid) from public;
grant execute on function cogo.set_subscription_paused(text, boolean, uuid) to authenticated, service_role;
