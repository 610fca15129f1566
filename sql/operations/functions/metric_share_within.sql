create function cogo.metric_share_within(
  name text, limit_ms double precision, since timestamptz, until timestamptz, tenant uuid default null, out good numeric, out total numeric
)
language plpgsql
stable
security definer
set search_path = ''
as $$
#variable_conflict use_column
declare
  -- The highest bin that stands for no more.
  last_bin constant double precision := case
    when metric_share_within.limit_ms > 0 then floor(ln(metric_share_within.limit_ms / 0.99) / ln(1.01 / 0.99::double precision) + 1e-9) else -32768
  end;
begin
  perform cogo.check_timed(metric_share_within.name);
  select coalesce(sum(item.many) filter (where item.bin <= last_bin), 0), coalesce(sum(item.many), 0)
  into good, total
  from cogo.metric_slices(
    metric_share_within.name, metric_share_within.since, metric_share_within.until, metric_share_within.tenant
  ) as line
  cross join lateral unnest(line.bins, line.bin_counts) as item (bin, many);
end;
$$;

comment on function cogo.metric_share_within(text, double precision, timestamptz, timestamptz, uuid) is
  'Of the times measured in a span (wait, run, http or schedule_lag): how many were within limit_ms, known to 1 % of it, and how many there are. Errors: bad_argument (400).';

revoke execute on function cogo.metric_share_within(text, double precision, timestamptz, timestamptz, uuid) from public;
grant execute on function cogo.metric_share_within(text, double precision, timestamptz, timestamptz, uuid) to service_role;
