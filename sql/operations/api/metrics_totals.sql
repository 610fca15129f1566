create function api.metrics_totals()
returns jsonb
language sql
stable
set search_path = ''
as $$
  select cogo.metrics_totals();
$$;

comment on function api.metrics_totals() is
  'Transitions since the beginning by event type, counters of routing and keys, and what is so now of both. Errors: operators_only (403), not_an_agent (401).';

revoke execute on function api.metrics_totals() from public;
grant execute on function api.metrics_totals() to authenticated, service_role;
