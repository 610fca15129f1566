create function cogo.snapshot_parts()
returns table (part text, relation text, omits text[], restores_where text)
language plpgsql
stable
set search_path = ''
as $$
begin
  -- In an order in which each finds what it refers to. Not here: keys, jobs and what stands where, subscriptions (their URLs
  -- may hold secrets), workflow runs, counters that Prometheus reads as restarted.
  return query
  select listed.*
  from (
    values
      ('lanes', 'lanes', '{queue_name,moved_to_lane_id,drained_xid}'::text[], 'state = ''open'''),
      ('job_types', 'job_types', '{}', 'true'),
      ('routes', 'routes', '{}', 'true'),
      ('limits', 'limits', '{}', 'scope <> ''key'' or name is not null'),
      ('tenant_bounds', 'tenant_bounds', '{counting_xid,is_counted}', 'true'),
      ('schedules', 'schedules', '{}', 'true'),
      ('channel_grants', 'channel_grants', '{}', 'true'),
      ('workflow_definitions', 'workflow_definitions', '{}', 'true'),
      ('definition_steps', 'definition_steps', '{}', 'true'),
      ('providers', 'llm_providers', '{}', 'true'),
      ('models', 'llm_models', '{}', 'true'),
      ('prices', 'llm_prices', '{}', 'true'),
      ('policies', 'routing_policies', '{}', 'true'),
      ('budgets', 'budgets', '{}', 'true'),
      ('rate_limits', 'rate_limits', '{}', 'key_id is null'),
      -- Told, but it would be nobody's: verify holds it against the outcomes of calls.
      ('usage', 'usage_counters', '{}', 'false'),
      ('notification_channels', 'notification_channels', '{}', 'true'),
      ('slos', 'slos', '{}', 'true'),
      ('alert_silences', 'alert_silences', '{}', 'true'),
      ('quality_runs', 'quality_runs', '{}', 'verdict is not null'),
      ('gate_results', 'gate_results', '{}', 'run_id in (select run.id from cogo.quality_runs as run)'),
      ('artifacts', 'artifacts', '{}', 'run_id in (select run.id from cogo.quality_runs as run)'),
      ('gate_fixes', 'gate_fixes', '{}', 'run_id in (select run.id from cogo.quality_runs as run)'),
      ('metric_series', 'metric_series', '{}', 'true'),
      ('metric_rows', 'metric_rows', '{}', 'true'),
      -- How far back the history is whole: hours older than their minutes would look wrong without.
      ('metric_horizon', 'metric_horizon', '{sampled_at,renewals,samples}', 'true')
  ) as listed (part, relation, omits, restores_where)
  where to_regclass('cogo.' || listed.relation) is not null;
end;
$$;

comment on function cogo.snapshot_parts() is
  'The tables that a snapshot holds, without omits, and which of their rows come back. Of tables that this version has.';

revoke execute on function cogo.snapshot_parts() from public;
