create function cogo.decision_key(tenant_id uuid, idempotency_key text)
returns uuid
language plpgsql
volatile
security definer
set search_path = ''
as $$
declare
  hash uuid := cogo.short_hash(decision_key.idempotency_key);
begin
  if length(decision_key.idempotency_key) not between 1 and 200 then
    perform cogo.refuse_argument('idempotency_key', 'it must have 1 to 200 characters');
  end if;
  -- Two at once with one key: the second waits and finds the first's decision.
  perform pg_advisory_xact_lock(hashtextextended('cogo.decision ' || decision_key.tenant_id::text || hash::text, 0));
  return hash;
end;
$$;

comment on function cogo.decision_key(uuid, text) is 'The hash of an idempotency key, which from here on is this transaction''s alone.';

revoke execute on function cogo.decision_key(uuid, text) from public;
