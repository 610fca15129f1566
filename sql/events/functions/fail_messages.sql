create function cogo.fail_messages(subscription cogo.subscriptions, failures jsonb, at timestamptz)
returns void
language plpgsql
security definer
set search_path = ''
as $$
declare
  failed record;
  policy cogo.job_types;
begin
  policy.retry_base_ms := subscription.retry_base_ms;
  policy.retry_factor := subscription.retry_factor;
  policy.retry_max_ms := subscription.retry_max_ms;
  for failed in
    select
      item.id, item.error, item.retry_in_seconds, coalesce(retry.attempt, 1 + subscription.losses) as attempt,
      coalesce(retry.message, cogo.message_by_id(item.id)) as message,
      coalesce(retry.channel, cogo.message_channel(item.id)) as channel
    from jsonb_to_recordset(fail_messages.failures) as item (id uuid, error jsonb, retry_in_seconds double precision)
    left join cogo.redeliveries as retry on retry.subscription_id = subscription.id and retry.message_id = item.id
  loop
    -- Retention may have taken a message that was read; then there is nothing to try again.
    continue when failed.message is null;
    if failed.attempt >= subscription.max_attempts then
      delete from cogo.redeliveries as retry where retry.subscription_id = subscription.id and retry.message_id = failed.id;
      insert into cogo.subscription_dead_letters (subscription_id, message_id, died_at, attempts, channel, message, error)
      values (subscription.id, failed.id, fail_messages.at, failed.attempt, failed.channel, failed.message, failed.error)
      on conflict (subscription_id, message_id) do nothing;
    else
      insert into cogo.redeliveries as retry (subscription_id, message_id, attempt, due_at, channel, message, error)
      values (
        subscription.id, failed.id, failed.attempt + 1,
        fail_messages.at + coalesce(
          make_interval(secs => failed.retry_in_seconds), cogo.retry_delay(policy, failed.attempt::integer)
        ),
        failed.channel, failed.message, failed.error
      )
      on conflict (subscription_id, message_id) do update
        set attempt = excluded.attempt, due_at = excluded.due_at, error = excluded.error;
    end if;
  end loop;
end;
$$;

comment on function cogo.fail_messages(cogo.subscriptions, jsonb, timestamptz) is
  'Notes that messages [{id, error, retry_in_seconds}] failed: each is due again after its backoff, or a dead letter after its last attempt.';

revoke execute on function cogo.fail_messages(cogo.subscriptions, jsonb, timestamptz) from public;
