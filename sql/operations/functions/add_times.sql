create function cogo.add_times(name text, labels jsonb, ms double precision[], many bigint[])
returns void
language plpgsql
security definer
set search_path = ''
as $$
#variable_conflict use_column
declare
  limits constant double precision[] := cogo.time_limits();
begin
  insert into cogo.time_totals as known (name, labels, ms, buckets)
  select add_times.name, add_times.labels, sum(counted.ms), array_agg(counted.many order by counted.place)
  from (
    select slot.place, coalesce(sum(item.ms * item.many), 0) as ms, coalesce(sum(item.many), 0)::bigint as many
    from generate_series(1, cardinality(limits) + 1) as slot (place)
    left join unnest(add_times.ms, add_times.many) as item (ms, many)
      -- Within a limit is up to it, as Prometheus' le has it.
      on slot.place = cardinality(limits) + 1 - (select count(*) from unnest(limits) as reach (upper_ms) where item.ms <= reach.upper_ms)
    group by slot.place
  ) as counted
  on conflict (name, labels) do update set
    ms = known.ms + excluded.ms,
    buckets = array(select a + b from unnest(known.buckets, excluded.buckets) with ordinality as each (a, b, place) order by place);
end;
$$;

comment on function cogo.add_times(text, jsonb, double precision[], bigint[]) is
  'Adds times in milliseconds, each so many times, to a histogram of cogo.time_totals. To be called by one at a time.';

revoke execute on function cogo.add_times(text, jsonb, double precision[], bigint[]) from public;
