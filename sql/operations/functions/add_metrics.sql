create function cogo.add_metrics(deltas jsonb)
returns void
language plpgsql
security definer
set search_path = ''
set plan_cache_mode = force_generic_plan
as $$
#variable_conflict use_column
declare
  numbered jsonb;
begin
  select jsonb_agg(delta.value || jsonb_build_object('series_id', cogo.series_id(
    delta.value ->> 'name', (delta.value ->> 'tenant_id')::uuid, coalesce(delta.value -> 'labels', '{}')
  )))
  into numbered
  from jsonb_array_elements(add_metrics.deltas) as item
  -- Each counts once as what it is and once with all others of its name.
  cross join lateral (
    values (item.value), (item.value || jsonb_build_object('name', item.value ->> 'name' || ':all', 'tenant_id', null, 'labels', '{}'::jsonb))
  ) as delta (value);
  if numbered is null then
    return;
  end if;
  insert into cogo.metric_series (series_id, name, tenant_id, labels)
  select distinct on (delta.series_id) delta.series_id, delta.name, delta.tenant_id, coalesce(delta.labels, '{}')
  from jsonb_to_recordset(numbered) as delta (series_id bigint, name text, tenant_id uuid, labels jsonb)
  where not exists (select from cogo.metric_series as known where known.series_id = delta.series_id)
  order by delta.series_id
  on conflict do nothing;
  perform cogo.add_metric_rows('1m', numbered);
end;
$$;

comment on function cogo.add_metrics(jsonb) is
  'Adds [{name, tenant_id, labels, at, counts, ms, bins, bin_counts}] to the history. Whoever calls sees to it that nothing is given twice.';

revoke execute on function cogo.add_metrics(jsonb) from public;
