create function api.claim_webhooks(worker text, want integer default 10)
returns jsonb
language plpgsql
volatile
set search_path = ''
as $$
#variable_conflict use_column
begin
  return cogo.claim_webhooks(claim_webhooks.worker, claim_webhooks.want);
end;
$$;

comment on function api.claim_webhooks(text, integer) is
  'For senders: the next batch of up to want webhooks, each under a fence: [{subscription_id, name, url, key_versions, fence, lease_expires_at, messages}]. Errors: bad_argument (400).';

revoke execute on function api.claim_webhooks(text, integer) from public;
grant execute on function api.claim_webhooks(text, integer) to service_role;
