create function api.settle_webhooks(results jsonb)
returns jsonb
language plpgsql
volatile
set search_path = ''
as $$
#variable_conflict use_column
begin
  return cogo.settle_webhooks(settle_webhooks.results);
end;
$$;

comment on function api.settle_webhooks(jsonb) is
  'For senders: how batches went [{subscription_id, fence, up_to, failures, error, wait_seconds, gone}]. Each is decided alone: acked or lease_lost. Errors: bad_argument (400).';

revoke execute on function api.settle_webhooks(jsonb) from public;
grant execute on function api.settle_webhooks(jsonb) to service_role;
