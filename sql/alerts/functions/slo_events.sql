create function cogo.slo_events(slo cogo.slos, since timestamptz, until timestamptz, out good numeric, out total numeric)
language plpgsql
stable
security definer
set search_path = ''
as $$
begin
  if slo.kind = 'availability' then
    total := cogo.metric_sum('http_requests', slo_events.since, slo_events.until);
    good := total - cogo.metric_sum('http_errors', slo_events.since, slo_events.until);
  elsif slo.kind = 'failure_rate' then
    good := cogo.metric_sum('jobs_succeeded', slo_events.since, slo_events.until, slo.tenant_id);
    total := good + cogo.metric_sum('jobs_failed', slo_events.since, slo_events.until, slo.tenant_id);
  elsif slo.kind = 'lease_expiry' then
    total := cogo.metric_sum('jobs_claimed', slo_events.since, slo_events.until, slo.tenant_id);
    good := total - cogo.metric_sum('leases_expired', slo_events.since, slo_events.until, slo.tenant_id);
  else
    select counted.good, counted.total into good, total
    from cogo.metric_share_within(
      case slo.kind when 'http_latency' then 'http' else slo.kind end, slo.threshold_ms, slo_events.since, slo_events.until, slo.tenant_id
    ) as counted;
  end if;
  total := coalesce(total, 0);
  -- Leases may expire in another window than their claim.
  good := least(greatest(coalesce(good, 0), 0), total);
end;
$$;

comment on function cogo.slo_events(cogo.slos, timestamptz, timestamptz) is
  'How many events of an SLO there were in a span, and how many of them were good.';

revoke execute on function cogo.slo_events(cogo.slos, timestamptz, timestamptz) from public;
