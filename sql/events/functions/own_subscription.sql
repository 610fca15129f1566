create function cogo.own_subscription(name text, tenant_id uuid)
returns cogo.subscriptions
language plpgsql
security definer
set search_path = ''
as $$
#variable_conflict use_column
declare
  tenant uuid := cogo.caller_tenant();
  acting uuid := cogo.acting_tenant(own_subscription.tenant_id);
  owned cogo.subscriptions;
begin
  select * into owned from cogo.subscriptions as subscription
  where subscription.name = own_subscription.name and subscription.tenant_id is not distinct from acting
    and (tenant is null or subscription.agent_id is not distinct from cogo.caller_agent())
  for update;
  if owned.id is null then
    raise sqlstate 'PT404' using
      message = format('Cannot find the subscription %s: the caller has none of that name', coalesce(left(own_subscription.name, 100), '(null)')),
      detail = 'subscription_not_found',
      hint = 'list_subscriptions shows what you have; an operator names the tenant_id.';
  end if;
  if tenant is not null and not (select bool_and(cogo.is_within_scope('events:subscribe', pattern)) from unnest(owned.patterns) as pattern) then
    raise sqlstate 'PT403' using
      message = format('Cannot use the subscription %s: the token may not read all of its channels', owned.name),
      detail = 'channel_forbidden', hint = 'Ask for a token with events:subscribe, or subscribe to fewer channels.';
  end if;
  return owned;
end;
$$;

comment on function cogo.own_subscription(text, uuid) is
  'The caller''s subscription of that name, locked; an operator''s with tenant_id null, or that tenant''s. Errors: bad_argument (400), channel_forbidden (403), subscription_not_found (404).';

revoke execute on function cogo.own_subscription(text, uuid) from public;
