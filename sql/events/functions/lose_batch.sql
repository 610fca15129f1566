create function cogo.lose_batch(subscription cogo.subscriptions, at timestamptz)
returns cogo.subscriptions
language plpgsql
security definer
set search_path = ''
as $$
declare
  lost jsonb;
begin
  select jsonb_agg(jsonb_build_object('id', id, 'error', '{"message": "the lease of its batch was lost"}'::jsonb)) into lost
  from unnest(subscription.batch) as id;
  if subscription.batch_is_retry then
    perform cogo.fail_messages(subscription, lost, lose_batch.at);
  else
    -- The cursor stays, so order is kept. A message that is lost alone again and again does not stop the others for ever.
    subscription.losses := subscription.losses + 1;
    if subscription.losses >= subscription.max_attempts and cardinality(subscription.batch) = 1 then
      perform cogo.fail_messages(subscription, lost, lose_batch.at);
      subscription.losses := 0;
      subscription.position_id := subscription.batch_end_id;
      subscription.position_ordinal := subscription.batch_end_ordinal;
    end if;
  end if;
  update cogo.subscriptions as reader
  set
    losses = subscription.losses, position_id = subscription.position_id, position_ordinal = subscription.position_ordinal,
    batch = null, leased_until = null
  where reader.id = subscription.id
  returning * into subscription;
  return subscription;
end;
$$;

comment on function cogo.lose_batch(cogo.subscriptions, timestamptz) is
  'Takes a batch whose lease has ended out of its consumer''s hands. What was new is read again in order; what was a retry has failed once more.';

revoke execute on function cogo.lose_batch(cogo.subscriptions, timestamptz) from public;
