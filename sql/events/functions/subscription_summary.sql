create function cogo.subscription_summary(subscription cogo.subscriptions)
returns jsonb
language plpgsql
stable
security definer
set search_path = ''
as $$
begin
  return jsonb_build_object(
    'subscription_id', cogo.uuid_v7(subscription.created_at, subscription.id),
    'name', subscription.name,
    'tenant_id', subscription.tenant_id,
    'agent_id', subscription.agent_id,
    'kind', subscription.kind,
    'patterns', to_jsonb(subscription.patterns),
    'url', subscription.url,
    'state', case
      when subscription.paused_at is not null then 'paused'
      when subscription.failing_since is not null then 'failing'
      else 'active'
    end,
    'paused_at', subscription.paused_at,
    'pause_reason', subscription.pause_reason,
    'failing_since', subscription.failing_since,
    'last_error', subscription.last_error,
    'resume_at', subscription.resume_at,
    'consumer', case when subscription.leased_until > cogo.now_() then subscription.consumer end,
    'unread_numbers', greatest(
      (select max(horizon.settled_id) from cogo.event_horizon as horizon) - subscription.position_id, 0
    ),
    -- It had not read up to there when retention passed by: events of jobs go with them.
    'may_have_missed', coalesce(
      (select horizon.dropped_id > subscription.position_id from cogo.event_horizon as horizon), false
    ) or (
      (cogo.wanted_job_events(subscription.patterns)).wanted and coalesce(
        (select gone.dropped_event_id > subscription.position_id from cogo.retention as gone), false
      )
    ),
    'retrying', (select count(*) from cogo.redeliveries as retry where retry.subscription_id = subscription.id),
    'dead_letters', (
      select count(*) from cogo.subscription_dead_letters as letter where letter.subscription_id = subscription.id
    ),
    'key_version', case when subscription.kind = 'webhook' then subscription.key_version end,
    'batch_size', subscription.batch_size,
    'lease_seconds', subscription.lease_seconds,
    'max_attempts', subscription.max_attempts,
    'created_at', subscription.created_at
  );
end;
$$;

comment on function cogo.subscription_summary(cogo.subscriptions) is 'One subscription as its owner sees it.';

revoke execute on function cogo.subscription_summary(cogo.subscriptions) from public;
