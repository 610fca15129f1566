create function cogo.webhooks_due()
returns boolean
language plpgsql
stable
security definer
set search_path = ''
as $$
declare
  at timestamptz := cogo.now_();
  settled bigint := (select horizon.settled_id from cogo.event_horizon as horizon);
begin
  return exists (
    select from cogo.subscriptions as webhook
    where webhook.kind = 'webhook' and webhook.paused_at is null
      and (webhook.resume_at is null or webhook.resume_at <= at)
      and (webhook.leased_until is null or webhook.leased_until <= at)
      and not exists (
        select from cogo.revocations as refused
        where refused.tenant_id = webhook.tenant_id and refused.subject_id in (webhook.tenant_id, webhook.agent_id)
      )
      and (
        webhook.position_id < settled or webhook.position_ordinal < 2147483647 or webhook.leased_until is not null
        or exists (select from cogo.redeliveries as retry where retry.subscription_id = webhook.id and retry.due_at <= at)
      )
  );
end;
$$;

comment on function cogo.webhooks_due() is 'Whether the sender of webhooks has something to look at.';

revoke execute on function cogo.webhooks_due() from public;
grant execute on function cogo.webhooks_due() to service_role;
