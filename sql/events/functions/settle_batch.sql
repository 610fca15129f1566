create function cogo.settle_batch(subscription cogo.subscriptions, fence bigint, up_to uuid, failures jsonb, at timestamptz)
returns text
language plpgsql
security definer
set search_path = ''
as $$
declare
  done uuid[];
  failed uuid[];
  place record;
begin
  if settle_batch.fence = subscription.acked_fence and settle_batch.fence > 0 then
    return 'acked';
  elsif subscription.batch is null or settle_batch.fence is distinct from subscription.fence then
    return 'lease_lost';
  end if;

  -- By place in the batch: ids sort by time, which is not quite the order of numbers.
  done := subscription.batch[1:case
    when settle_batch.up_to is null then cardinality(subscription.batch)
    else coalesce(array_position(subscription.batch, settle_batch.up_to), 0)
  end];
  failed := array(select (item.value ->> 'id')::uuid from jsonb_array_elements(settle_batch.failures) as item (value));
  if not failed <@ done then
    perform cogo.refuse_argument('failures', 'it names a message that is not in the batch, or comes after up_to');
  end if;
  perform cogo.fail_messages(subscription, settle_batch.failures, settle_batch.at);

  if subscription.batch_is_retry then
    delete from cogo.redeliveries as retry
    where retry.subscription_id = subscription.id and retry.message_id = any(done) and retry.message_id <> all(failed);
  elsif cardinality(done) = cardinality(subscription.batch) then
    subscription.position_id := subscription.batch_end_id;
    subscription.position_ordinal := subscription.batch_end_ordinal;
  elsif cardinality(done) > 0 then
    place := cogo.message_place(done[cardinality(done)]);
    subscription.position_id := place.event_id;
    subscription.position_ordinal := place.ordinal;
  end if;
  update cogo.subscriptions as reader
  set
    position_id = subscription.position_id, position_ordinal = subscription.position_ordinal, acked_fence = reader.fence,
    losses = case when subscription.batch_is_retry or cardinality(done) = 0 then reader.losses else 0 end,
    batch = null, leased_until = null
  where reader.id = subscription.id;
  return 'acked';
end;
$$;

comment on function cogo.settle_batch(cogo.subscriptions, bigint, uuid, jsonb, timestamptz) is
  'Ends a batch under its fence: acked (also when repeated) or lease_lost. What comes after up_to goes back untouched; failures are retried.';

revoke execute on function cogo.settle_batch(cogo.subscriptions, bigint, uuid, jsonb, timestamptz) from public;
