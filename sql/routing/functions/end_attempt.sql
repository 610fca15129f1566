create function cogo.end_attempt(held cogo.reservations, failure jsonb, at timestamptz)
returns void
language plpgsql
security definer
set search_path = ''
as $$
declare
  is_told boolean := (failure ->> 'http_status')::integer >= 400 or jsonb_typeof(failure -> 'usage') = 'object';
begin
  if held.state not in ('reserved', 'opened') or (held.grant_hash is null and not coalesce(is_told, false)) then
    return;
  elsif held.state = 'opened' and is_told then
    perform cogo.settle_item(jsonb_strip_nulls(jsonb_build_object(
      'decision_id', held.decision_id, 'attempt', held.attempt, 'status', 'failed', 'usage', failure -> 'usage',
      'http_status', failure -> 'http_status', 'retry_after_ms', failure -> 'retry_after_ms',
      'first_token_ms', failure -> 'first_token_ms', 'total_ms', failure -> 'total_ms'
    )), held.tenant_id, end_attempt.at);
    return;
  end if;
  -- Opened, and nobody knows whether it was billed: its caller settles it, or the reaper books the estimate.
  -- Its grant is over, which tells that health has heard of it.
  update cogo.reservations as known set grant_hash = null
  where known.decision_id = held.decision_id and known.attempt = held.attempt and known.state in ('reserved', 'opened');
  if not found then
    return;
  end if;
  perform cogo.note_outcome(
    held.model_id, held.key_id, 'failed', (failure ->> 'http_status')::integer, (failure ->> 'retry_after_ms')::bigint,
    (failure ->> 'first_token_ms')::integer, null, end_attempt.at
  );
  perform cogo.free_reservation(held.decision_id, held.attempt::integer);
end;
$$;

comment on function cogo.end_attempt(cogo.reservations, jsonb, timestamptz) is
  'Ends a failed attempt: frees what was never opened, settles what the provider refused or told the usage of. Health hears of it once.';

revoke execute on function cogo.end_attempt(cogo.reservations, jsonb, timestamptz) from public;
