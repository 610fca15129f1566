create function cogo.settle_webhooks(results jsonb)
returns jsonb
language plpgsql
security definer
set search_path = ''
as $$
declare
  at timestamptz := cogo.now_();
  result record;
  webhook cogo.subscriptions;
  outcome text;
  answer jsonb := '[]'::jsonb;
begin
  perform cogo.check_webhook_results(settle_webhooks.results);
  for result in
    select item.* from jsonb_to_recordset(settle_webhooks.results) as item (
      subscription_id uuid, fence bigint, up_to uuid, failures jsonb, wait_seconds double precision, error text, gone boolean
    )
    -- In one order, so that two senders cannot lock each other out.
    order by item.subscription_id
  loop
    select * into webhook from cogo.subscriptions as subscription
    where subscription.id = cogo.uuid_number(result.subscription_id)
      and cogo.uuid_v7(subscription.created_at, subscription.id) = result.subscription_id
    for update;
    outcome := 'lease_lost';
    if found then
      outcome := cogo.settle_batch(webhook, result.fence, result.up_to, coalesce(result.failures, '[]'), at);
      -- A batch given back untouched says nothing about its endpoint.
      if outcome = 'acked' and webhook.acked_fence < result.fence
        and (result.error is not null or result.up_to is distinct from '00000000-0000-0000-0000-000000000000') then
        perform cogo.note_webhook_health(webhook, result.error, result.wait_seconds, coalesce(result.gone, false), at);
      end if;
    end if;
    answer := answer || jsonb_build_array(jsonb_build_object('subscription_id', result.subscription_id, 'outcome', outcome));
  end loop;
  return answer;
end;
$$;

comment on function cogo.settle_webhooks(jsonb) is
  'Settles delivered batches [{subscription_id, fence, up_to, failures, error, wait_seconds, gone}], each under its fence, and notes how the endpoints are.';

revoke execute on function cogo.settle_webhooks(jsonb) from public;
grant execute on function cogo.settle_webhooks(jsonb) to service_role;
