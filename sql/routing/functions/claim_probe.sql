create function cogo.claim_probe(model_id bigint, at timestamptz)
returns boolean
language plpgsql
security definer
set search_path = ''
as $$
#variable_conflict use_column
begin
  -- Nobody waits: who finds it locked is not the one.
  perform from cogo.provider_health as health
  where health.model_id = claim_probe.model_id and health.state = 'open' and health.retry_at <= claim_probe.at
    and (health.probe_until is null or health.probe_until <= claim_probe.at)
  for update skip locked;
  if not found then
    return false;
  end if;
  update cogo.provider_health as health set probe_until = claim_probe.at + interval '2 minutes'
  where health.model_id = claim_probe.model_id;
  return true;
end;
$$;

comment on function cogo.claim_probe(bigint, timestamptz) is
  'Lets one caller try a model whose breaker is open and whose pause is over. A probe that never tells how it ended is over after two minutes.';

revoke execute on function cogo.claim_probe(bigint, timestamptz) from public;
