create function cogo.readable_patterns(subscription cogo.subscriptions)
returns text[]
language plpgsql
stable
security definer
set search_path = ''
as $$
declare
  scopes text[];
begin
  -- Who polls shows a token that was checked; what is sent has only what the agent may have today.
  if subscription.kind = 'webhook' then
    select agent.scopes into scopes from cogo.agents as agent
    where agent.agent_id = subscription.agent_id and agent.tenant_id = subscription.tenant_id;
  end if;
  return array(
    select pattern from unnest(subscription.patterns) as pattern
    where cogo.is_granted(subscription.tenant_id, subscription.agent_id, 'subscribe', pattern)
      and (scopes is null or exists (
        select from unnest(scopes) as held where cogo.scope_covers(held, 'events:subscribe:' || pattern)
      ))
  );
end;
$$;

comment on function cogo.readable_patterns(cogo.subscriptions) is
  'Those patterns of a subscription that its owner may still read: a grant or, for a webhook, a scope that was taken back ends what it allowed.';

revoke execute on function cogo.readable_patterns(cogo.subscriptions) from public;
