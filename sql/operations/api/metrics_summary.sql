create function api.metrics_summary(window_minutes integer default 60)
returns jsonb
language sql
stable
set search_path = ''
as $$
  select cogo.metrics_summary(window_minutes);
$$;

comment on function api.metrics_summary(integer) is
  'Jobs by state and lane, transitions, wait and run times, failure rate, dead letters, gate latency of the last window_minutes (1 to 10080). Errors: bad_argument (400), not_an_agent (401).';

revoke execute on function api.metrics_summary(integer) from public;
grant execute on function api.metrics_summary(integer) to authenticated, service_role;
