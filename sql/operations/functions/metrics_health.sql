create function cogo.metrics_health()
returns jsonb
language plpgsql
stable
security definer
set search_path = ''
as $$
declare
  at timestamptz := cogo.now_();
  overdue_seconds double precision;
  expired_seconds double precision;
begin
  perform cogo.caller_tenant();
  select extract(epoch from at - min(waiting.run_at)) into overdue_seconds from cogo.waiting;
  select extract(epoch from at - min(claim.lease_expires_at)) into expired_seconds from cogo.claims as claim;
  overdue_seconds := round(greatest(coalesce(overdue_seconds, 0), 0)::numeric, 1);
  expired_seconds := round(greatest(coalesce(expired_seconds, 0), 0)::numeric, 1);
  return jsonb_build_object(
    'at', at,
    'is_healthy', overdue_seconds <= 30 and expired_seconds <= 30,
    'checks', jsonb_build_array(
      jsonb_build_object('name', 'database', 'is_healthy', true, 'says', current_setting('server_version')),
      jsonb_build_object(
        'name', 'waiting jobs become ready', 'is_healthy', overdue_seconds <= 30,
        'says', format('the latest is %s s overdue', overdue_seconds), 'seconds', overdue_seconds
      ),
      jsonb_build_object(
        'name', 'expired leases are swept', 'is_healthy', expired_seconds <= 30,
        'says', format('the oldest expired lease lies for %s s', expired_seconds), 'seconds', expired_seconds
      )
    )
  );
end;
$$;

comment on function cogo.metrics_health() is
  'Whether the housekeeping keeps up, told by its traces: waiting jobs overdue, or leases expired and not swept, for more than 30 s. Errors: not_an_agent (401).';

revoke execute on function cogo.metrics_health() from public;
grant execute on function cogo.metrics_health() to authenticated, service_role;
