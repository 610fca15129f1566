create function cogo.metrics_totals()
returns jsonb
language plpgsql
stable
security definer
set search_path = ''
as $$
declare
  tenant uuid := cogo.caller_tenant();
begin
  if tenant is not null then
    raise sqlstate 'PT403' using
      message = 'Cannot read the totals of the whole engine: the token speaks for one tenant',
      detail = 'operators_only',
      hint = 'Call with a secret key, or read metrics_summary, which shows your tenant.';
  end if;
  return (
    select jsonb_build_object(
      'transitions', coalesce(jsonb_object_agg(counted.type, counted.jobs), '{}'),
      'calls', coalesce(jsonb_object_agg(counted.type, counted.calls), '{}')
    )
    from cogo.event_counts() as counted
  ) || jsonb_build_object(
    'folded_at', (select fold.folded_at from cogo.event_folds as fold),
    'counters', (
      select coalesce(jsonb_agg(jsonb_build_object('name', counted.name, 'labels', counted.labels, 'total', counted.total)
        order by counted.name, counted.labels), '[]')
      from cogo.call_totals as counted
    ),
    'routing', cogo.route_gauges()
  );
end;
$$;

comment on function cogo.metrics_totals() is
  'Transitions and calls since the beginning by event type, decisions, refusals and uses of keys, and what is so now of routing, for Prometheus. Operators only. Errors: operators_only (403), not_an_agent (401).';

revoke execute on function cogo.metrics_totals() from public;
grant execute on function cogo.metrics_totals() to authenticated, service_role;
