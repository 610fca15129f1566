create function cogo.lease_batch(subscription cogo.subscriptions, consumer text, want integer, settled bigint, at timestamptz)
returns jsonb
language plpgsql
security definer
set search_path = ''
as $$
declare
  size integer := least(lease_batch.want, subscription.batch_size);
  is_retry boolean := true;
  batch record;
begin
  if subscription.leased_until is not null then
    if subscription.leased_until > lease_batch.at then
      return null;
    end if;
    subscription := cogo.lose_batch(subscription, lease_batch.at);
  end if;

  -- What failed was kept while its channel could be read; the cursor leaves out what no longer can, and so does this.
  delete from cogo.redeliveries as retry
  where retry.subscription_id = subscription.id and retry.due_at <= lease_batch.at
    and retry.channel !~ cogo.channel_regex(cogo.readable_patterns(subscription));
  select array_agg(due.message_id order by due.due_at, due.message_id) as ids, jsonb_agg(jsonb_build_object(
    'channel', due.channel, 'attempt', due.attempt, 'message', due.message
  ) order by due.due_at, due.message_id) as messages, null::bigint as end_id, null::integer as end_ordinal
  into batch
  from (
    select * from cogo.redeliveries as retry
    where retry.subscription_id = subscription.id and retry.due_at <= lease_batch.at
    order by retry.due_at, retry.message_id
    limit size
  ) as due;
  if batch.ids is null then
    is_retry := false;
    batch := cogo.scan_subscription(subscription, lease_batch.settled, case when subscription.losses > 0 then 1 else size end);
  end if;

  if batch.ids is null then
    -- Nothing for it up to there.
    if (batch.end_id, batch.end_ordinal) > (subscription.position_id, subscription.position_ordinal) then
      update cogo.subscriptions as reader
      set position_id = batch.end_id, position_ordinal = batch.end_ordinal
      where reader.id = subscription.id;
    end if;
    return null;
  end if;
  update cogo.subscriptions as reader
  set
    fence = reader.fence + 1, consumer = lease_batch.consumer,
    leased_until = lease_batch.at + make_interval(secs => reader.lease_seconds),
    batch = batch.ids, batch_is_retry = is_retry, batch_end_id = batch.end_id, batch_end_ordinal = batch.end_ordinal
  where reader.id = subscription.id
  returning * into subscription;
  return jsonb_build_object(
    'fence', subscription.fence, 'lease_expires_at', subscription.leased_until, 'messages', batch.messages
  );
end;
$$;

comment on function cogo.lease_batch(cogo.subscriptions, text, integer, bigint, timestamptz) is
  'Puts the next batch of a locked subscription into a consumer''s hands under a new fence: what is due again first, else what comes next. Null when there is nothing, or somebody has a batch.';

revoke execute on function cogo.lease_batch(cogo.subscriptions, text, integer, bigint, timestamptz) from public;
