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
    'count', count(*),
    'avg', round(avg(value)::numeric, 1),
    'p50', round((percentile_cont(0.5) within group (order by value))::numeric, 1),
    'p90', round((percentile_cont(0.9) within group (order by value))::numeric, 1),
    'p95', round((percentile_cont(0.95) within group (order by value))::numeric, 1),
    'p99', round((percentile_cont(0.99) within group (order by value))::numeric, 1),
    'max', round(max(value)::numeric, 1)
  )
  into figures
  from unnest(spread.milliseconds) as value
  where value is not null;
  return figures;
end;
$$;

comment on function cogo.spread(double precision[]) is
  'Count, average, p50, p90, p95, p99 and maximum of a list of times in milliseconds; nulls are left out, an empty list gives nulls.';

revoke execute on function cogo.spread(double precision[]) from public;
