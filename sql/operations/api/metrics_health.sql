create function api.metrics_health()
returns jsonb
language sql
stable
set search_path = ''
as $$
  select cogo.metrics_health();
$$;

comment on function api.metrics_health() is
  'Whether housekeeping keeps up: overdue waiting jobs and expired leases. Errors: not_an_agent (401).';

revoke execute on function api.metrics_health() from public;
grant execute on function api.metrics_health() to authenticated, service_role;
