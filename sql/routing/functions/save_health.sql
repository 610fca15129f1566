create function cogo.save_health(health cogo.provider_health)
returns void
language plpgsql
security definer
set search_path = ''
as $$
#variable_conflict use_column
begin
  update cogo.provider_health as known
  set state = health.state, share = health.share, trips = health.trips, failures = health.failures,
    good_probes = health.good_probes, retry_at = health.retry_at, probe_until = health.probe_until, calls = health.calls,
    error_rate = health.error_rate, first_token_ms = health.first_token_ms, tokens_per_second = health.tokens_per_second,
    changed_at = health.changed_at
  where known.model_id = health.model_id;
end;
$$;

comment on function cogo.save_health(cogo.provider_health) is 'Writes a model''s health; nothing for null.';

revoke execute on function cogo.save_health(cogo.provider_health) from public;
