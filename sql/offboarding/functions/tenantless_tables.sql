create function cogo.tenantless_tables()
returns table (relation text, reason text)
language plpgsql
stable
set search_path = ''
as $$
begin
  return query
  select named.relation, listed.reason
  from (
    values
      ('{lanes,lane_rounds,lane_moves,doorbells}'::text[], 'of executors; a message in a queue names a job by number and goes with its end'),
      ('{job_types,workflow_definitions,definition_steps,notification_channels,vault_settings,kek_registry,signing_keys}',
        'what operators set for the whole project'),
      ('{llm_providers,llm_models,llm_prices,provider_health,provider_health_minutes,routing_snapshots,routing_clock}',
        'of models, not of those who call them'),
      ('{event_totals,event_folds,call_totals,call_folds,time_totals,http_flushes,refusal_notes}', 'sums over all tenants, by type, model or route'),
      ('{event_horizon,audit_cursor,ingress_cursor,retention,retention_walks,receipt_retention,alert_rounds,leaders,artifact_rounds}', 'how far the clock''s rounds have come'),
      ('{wake_notes}', 'hashes of limits, read by the next claim'),
      ('{used_assertions}', 'hashes of assertions until they expire, minutes later'),
      ('{erasures,erased_tenants}', 'what shows an erasure; neither names its tenant')
  ) as listed (relations, reason)
  cross join lateral unnest(listed.relations) as named (relation)
  where to_regclass('cogo.' || named.relation) is not null;
end;
$$;

comment on function cogo.tenantless_tables() is 'The tables that hold nothing of any tenant, and why. What is not here is in cogo.tenant_parts; a test says so.';

revoke execute on function cogo.tenantless_tables() from public;
