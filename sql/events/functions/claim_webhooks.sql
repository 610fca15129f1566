create function cogo.claim_webhooks(worker text, want integer)
returns jsonb
language plpgsql
security definer
set search_path = ''
as $$
declare
  at timestamptz := cogo.now_();
  settled bigint := cogo.settled_events();
  webhook cogo.subscriptions;
  leased jsonb;
  answer jsonb := '[]'::jsonb;
begin
  perform cogo.check_claim(claim_webhooks.worker, claim_webhooks.want, 'default');
  for webhook in
    select * from cogo.subscriptions as subscription
    where subscription.kind = 'webhook' and subscription.paused_at is null
      and (subscription.resume_at is null or subscription.resume_at <= at)
      and (subscription.leased_until is null or subscription.leased_until <= at)
      and not exists (
        select from cogo.revocations as refused
        where refused.tenant_id = subscription.tenant_id and refused.subject_id in (subscription.tenant_id, subscription.agent_id)
      )
      -- Due as cogo.webhooks_due says: however many others are not, none of them stands in the way.
      and (
        subscription.position_id < settled or subscription.position_ordinal < 2147483647 or subscription.leased_until is not null
        or exists (select from cogo.redeliveries as retry where retry.subscription_id = subscription.id and retry.due_at <= at)
      )
    order by subscription.position_id, subscription.position_ordinal, subscription.id
    limit 500
    for update skip locked
  loop
    leased := cogo.lease_batch(webhook, claim_webhooks.worker, 1000, settled, at);
    continue when leased is null;
    answer := answer || jsonb_build_array(leased || jsonb_build_object(
      'subscription_id', cogo.uuid_v7(webhook.created_at, webhook.id),
      'name', webhook.name,
      'url', webhook.url,
      'key_versions', to_jsonb(
        array[webhook.key_version] || case when webhook.previous_key_until > at then array[webhook.key_version - 1] else '{}' end
      )
    ));
    exit when jsonb_array_length(answer) >= claim_webhooks.want;
  end loop;
  return answer;
end;
$$;

comment on function cogo.claim_webhooks(text, integer) is
  'Takes the next batch of up to want webhooks under a fence each, for a sender. Who is farthest behind comes first; at most 500 that are due are looked at in one call.';

revoke execute on function cogo.claim_webhooks(text, integer) from public;
grant execute on function cogo.claim_webhooks(text, integer) to service_role;
