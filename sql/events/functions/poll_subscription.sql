create function cogo.poll_subscription(name text, consumer text, want integer, tenant_id uuid)
returns jsonb
language plpgsql
security definer
set search_path = ''
as $$
declare
  at timestamptz := cogo.now_();
  settled bigint := cogo.settled_events();
  nothing constant jsonb := '{"fence": null, "lease_expires_at": null, "messages": []}'::jsonb;
  owned cogo.subscriptions;
begin
  if poll_subscription.consumer is null or length(poll_subscription.consumer) not between 1 and 200 then
    perform cogo.refuse_argument('consumer', 'it must be a name of 1 to 200 characters');
  end if;
  if poll_subscription.want is null or poll_subscription.want not between 1 and 1000 then
    perform cogo.refuse_argument('want', 'it must be 1 to 1000');
  end if;
  owned := cogo.own_subscription(poll_subscription.name, poll_subscription.tenant_id);
  if owned.kind <> 'pull' then
    perform cogo.refuse_argument('name', 'it names a webhook, which is delivered, not polled');
  end if;
  if owned.paused_at is not null then
    return nothing || '{"paused": true}';
  end if;
  return coalesce(
    cogo.lease_batch(owned, poll_subscription.consumer, poll_subscription.want, settled, at), nothing
  ) || '{"paused": false}';
end;
$$;

comment on function cogo.poll_subscription(text, text, integer, uuid) is
  'Takes the next batch of a pull subscription under a fence. No messages: there are none, or another consumer has a batch in hand.';

revoke execute on function cogo.poll_subscription(text, text, integer, uuid) from public;
grant execute on function cogo.poll_subscription(text, text, integer, uuid) to authenticated, service_role;
