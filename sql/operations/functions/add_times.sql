create function cogo.add_times(times jsonb)
returns void
language plpgsql
security definer
set search_path = ''
set plan_cache_mode = force_generic_plan
as $$
#variable_conflict use_column
begin
  insert into cogo.time_totals as known (name, labels, ms, buckets)
  select whole.name, whole.labels, sum(counted.ms), array_agg(coalesce(counted.many, 0) order by slot.place)
  from (
    select distinct item.name, item.within as labels from jsonb_to_recordset(add_times.times) as item (name text, within jsonb)
  ) as whole
  cross join generate_series(1, 18) as slot (place)
  left join (
    select item.name, item.within as labels, item.place, sum(item.ms) as ms, sum(item.many)::bigint as many
    from jsonb_to_recordset(add_times.times) as item (name text, within jsonb, place integer, ms double precision, many bigint)
    group by item.name, item.within, item.place
  ) as counted on counted.name = whole.name and counted.labels = whole.labels and counted.place = slot.place
  group by whole.name, whole.labels
  on conflict (name, labels) do update set
    ms = known.ms + excluded.ms,
    buckets = array(select a + b from unnest(known.buckets, excluded.buckets) with ordinality as each (a, b, place) order by place);
end;
$$;

comment on function cogo.add_times(jsonb) is
  'Adds times [{name, within, place, ms, many}] to the histograms of cogo.time_totals whose labels are within. To be called by one at a time.';

revoke execute on function cogo.add_times(jsonb) from public;
