create function cogo.slo_events(slo cogo.slos, since timestamptz, until timestamptz, out good numeric, out total numeric)
language plpgsql
stable
security definer
set search_path = ''
as $$
#variable_conflict use_column
declare
  series text := case slo.kind
    when 'availability' then 'http' when 'http_latency' then 'http' when 'failure_rate' then 'jobs' when 'lease_expiry' then 'jobs'
    else slo.kind
  end;
  -- Null, where it is of nobody in particular: one series tells of all together, however many tenants and types there are.
  labels jsonb := case when slo.executor is not null then jsonb_build_object('executor', slo.executor) end;
begin
  if slo.threshold_ms is not null then
    select sum(item.many) filter (where cogo.bin_ms(item.bin) <= slo.threshold_ms), sum(item.many) into good, total
    from cogo.metric_slices(series, slo_events.since, slo_events.until, slo.tenant_id, labels) as line
    cross join lateral unnest(line.bins, line.bin_counts) as item (bin, many);
  else
    select sum(told.all_ - told.bad), sum(told.all_) into good, total
    from (
      select
        coalesce((line.counts ->> case slo.kind when 'availability' then 'requests' when 'lease_expiry' then 'claimed' else 'succeeded' end)::numeric, 0)
          + case when slo.kind = 'failure_rate' then coalesce((line.counts ->> 'failed')::numeric, 0) else 0 end as all_,
        coalesce((line.counts ->> case slo.kind when 'availability' then 'errors' when 'lease_expiry' then 'orphaned' else 'failed' end)::numeric, 0) as bad
      from cogo.metric_slices(series, slo_events.since, slo_events.until, slo.tenant_id, labels) as line
    ) as told;
  end if;
  total := coalesce(total, 0);
  -- A lease may expire in another window than its claim.
  good := least(greatest(coalesce(good, 0), 0), total);
end;
$$;

comment on function cogo.slo_events(cogo.slos, timestamptz, timestamptz) is
  'How many events of an SLO there were in a span, and how many of them were good, as the history (cogo.metric_rows) tells: to the minute, times to 1 %.';

revoke execute on function cogo.slo_events(cogo.slos, timestamptz, timestamptz) from public;
