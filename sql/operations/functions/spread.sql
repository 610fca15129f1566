create function cogo.spread(milliseconds double precision[])
returns jsonb
language plpgsql
immutable
set search_path = ''
as $$
declare
  figures jsonb;
begin
  select jsonb_build_object(
    'count', told.times,
    'avg', round(told.mean, 1),
    'p50', round(told.percentiles[1]::numeric, 1),
    'p90', round(told.percentiles[2]::numeric, 1),
    'p95', round(told.percentiles[3]::numeric, 1),
    'p99', round(told.percentiles[4]::numeric, 1),
    'max', round(told.longest::numeric, 1)
  )
  into figures
  from (
    select
      count(*) as times,
      avg(value)::numeric as mean,
      percentile_cont(array[0.5, 0.9, 0.95, 0.99]) within group (order by value) as percentiles,
      max(value) as longest
    from unnest(spread.milliseconds) as value
    where value is not null
  ) as told;
  return figures;
end;
$$;

comment on function cogo.spread(double precision[]) is
  'Count, average, p50, p90, p95, p99 and maximum of a list of times in milliseconds; nulls are left out, an empty list gives nulls.';

revoke execute on function cogo.spread(double precision[]) from public;
