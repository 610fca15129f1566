create function cogo.history_source(series text, out name text, out kind text, out part text)
language sql
immutable
set search_path = ''
as $$
  select known.name, known.kind, known.part
  from (
    values
      ('throughput', 'jobs', 'rate', null), ('enqueued', 'jobs', 'count', 'enqueued'), ('claimed', 'jobs', 'count', 'claimed'),
      ('succeeded', 'jobs', 'count', 'succeeded'), ('failed', 'jobs', 'count', 'failed'), ('cancelled', 'jobs', 'count', 'cancelled'),
      ('retried', 'jobs', 'count', 'retried'), ('dead_lettered', 'jobs', 'count', 'dead_lettered'),
      ('failure_rate', 'jobs', 'share', null), ('lease_expiries', 'jobs', 'count', 'orphaned'),
      ('wait_p50', 'wait', 'quantile', '0.5'), ('wait_p95', 'wait', 'quantile', '0.95'), ('wait_p99', 'wait', 'quantile', '0.99'),
      ('run_p50', 'run', 'quantile', '0.5'), ('run_p95', 'run', 'quantile', '0.95'), ('run_p99', 'run', 'quantile', '0.99'),
      ('http_p95', 'http', 'quantile', '0.95'), ('http_requests', 'http', 'count', 'requests'), ('http_errors', 'http', 'count', 'errors'),
      ('schedule_lag_p95', 'schedule_lag', 'quantile', '0.95'), ('schedule_runs', 'schedule_lag', 'count', 'runs'),
      ('schedule_late', 'schedule_lag', 'count', 'late'),
      ('lease_renewals', 'leases', 'count', 'leases_renewed'), ('claim_conflicts', 'leases', 'count', 'claim_conflicts'),
      ('tokens', 'llm', 'count', 'tokens'), ('cost_nano', 'llm', 'count', 'cost_nano'),
      ('depth', 'depth', 'level', 'depth'), ('oldest_age_seconds', 'depth', 'age', null)
  ) as known (series, name, kind, part)
  where known.series = history_source.series;
$$;

comment on function cogo.history_source(text) is
  'What a series of cogo.metrics_history is drawn from: the name in cogo.metric_series, how, and the count or quantile.';

revoke execute on function cogo.history_source(text) from public;
