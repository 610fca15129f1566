create function cogo.bins_spread(bins smallint[], bin_counts bigint[], ms double precision)
returns jsonb
language plpgsql
immutable
set search_path = ''
as $$
declare
  many constant numeric := coalesce((select sum(one) from unnest(bin_counts) as one), 0);
begin
  return jsonb_build_object(
    'count', many, 'avg', round((ms / nullif(many, 0)::double precision)::numeric, 1)
  ) || (
    select jsonb_object_agg(quantile.name, round(cogo.bins_quantile(bins, bin_counts, quantile.q)::numeric, 1))
    from (values ('p50', 0.5), ('p90', 0.9), ('p95', 0.95), ('p99', 0.99), ('max', 1)) as quantile (name, q)
  );
end;
$$;

comment on function cogo.bins_spread(smallint[], bigint[], double precision) is
  'cogo.spread of binned times that took ms together: percentiles and maximum are right to 1 %.';

revoke execute on function cogo.bins_spread(smallint[], bigint[], double precision) from public;
