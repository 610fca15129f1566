create function cogo.default_slos()
returns table (
  name text, kind text, title text, objective numeric, threshold_ms integer, warning_at numeric, critical_at numeric, for_seconds integer
)
language plpgsql
immutable
set search_path = ''
as $$
begin
  return query
  select listed.*
  from (
    values
      ('availability', 'availability', 'HTTP requests fail', 0.999, null::integer, null::numeric, null::numeric, 0),
      ('wait_p95', 'wait', 'Jobs wait too long', 0.95, 5000, null, null, 0),
      ('wait_p90', 'wait', 'A tenth of the jobs waits too long', 0.9, 5000, null, null, 0),
      ('failure_rate', 'failure_rate', 'Jobs fail', 0.95, null, null, null, 0),
      ('schedule_lag', 'schedule_lag', 'Schedules run late', 0.99, 60000, null, null, 0),
      ('lease_expiry', 'lease_expiry', 'Workers lose their leases', 0.99, null, null, null, 0),
      ('audit', 'audit', 'The audit does not verify', null, null, null, 1, 0),
      ('budget_burn', 'budget_burn', 'A budget will not last', null, null, 1, null, 900),
      ('budget_used', 'budget_used', 'A budget is used up', null, null, 0.8, 1, 0),
      ('claim_conflicts', 'claim_conflicts', 'Workers report on jobs that they lost', null, null, 1, 100, 0),
      ('dead_letters', 'dead_letters', 'Dead letters grow', null, null, 10, 100, 60),
      ('dead_rows', 'dead_rows', 'A table is not vacuumed', null, null, 1000000, 20000000, 600),
      ('fold_lag', 'fold_lag', 'Figures are late', null, null, 300, 1800, 60),
      ('housekeeping', 'housekeeping', 'Housekeeping is late', null, null, 60, 300, 60),
      ('key_expiry', 'key_expiry', 'A key expires', null, null, 14, 2, 0),
      ('overspend', 'overspend', 'More is spent than a limit allows', null, null, null, 1, 0),
      ('provider_health', 'provider_health', 'A provider is down', null, null, null, 1, 60),
      ('queue_age', 'queue_age', 'Nobody takes an executor''s jobs', null, null, 300, 1800, 60),
      ('transaction_age', 'transaction_age', 'Transaction numbers run out', null, null, 500000000, 1200000000, 600),
      ('webhooks', 'webhooks', 'A webhook was given up', null, null, 1, null, 0)
  ) as listed (name, kind, title, objective, threshold_ms, warning_at, critical_at, for_seconds);
end;
$$;

comment on function cogo.default_slos() is
  'The SLOs that an installation begins with; cogo.lay_slos writes them.';

revoke execute on function cogo.default_slos() from public;
