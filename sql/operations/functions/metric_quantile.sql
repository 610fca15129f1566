create function cogo.metric_quantile(
  name text, q double precision, since timestamptz, until timestamptz, tenant uuid default null
)
returns double precision
language plpgsql
stable
security definer
set search_path = ''
as $$
#variable_conflict use_column
begin
  perform cogo.check_timed(metric_quantile.name);
  if (metric_quantile.q between 0 and 1) is not true then
    perform cogo.refuse_argument('q', 'it must be 0 to 1');
  end if;
  return (
    select cogo.bins_quantile(array_agg(item.bin), array_agg(item.many), metric_quantile.q)
    from cogo.metric_slices(metric_quantile.name, metric_quantile.since, metric_quantile.until, metric_quantile.tenant) as line
    cross join lateral unnest(line.bins, line.bin_counts) as item (bin, many)
  );
end;
$$;

comment on function cogo.metric_quantile(text, double precision, timestamptz, timestamptz, uuid) is
  'The time in milliseconds that a share q (0 to 1) of those measured in a span does not exceed (wait, run, http or schedule_lag), right to 1 %; null when there are none. Errors: bad_argument (400).';

revoke execute on function cogo.metric_quantile(text, double precision, timestamptz, timestamptz, uuid) from public;
grant execute on function cogo.metric_quantile(text, double precision, timestamptz, timestamptz, uuid) to service_role;
