create function cogo.erase_metric_series(
  leaving cogo.offboardings, row_limit integer, out counts jsonb, out is_met boolean, out next jsonb
)
language plpgsql
security definer
set search_path = ''
as $$
#variable_conflict use_column
declare
  -- Another at each batch: what is counted since the last one has a place of its own.
  nobody constant uuid := gen_random_uuid();
  label_sets jsonb[];
  moved integer;
begin
  -- Those of the same labels together: what was measured is held against what happened.
  label_sets := array(
    select distinct series.labels from cogo.metric_series as series where series.tenant_id = leaving.tenant_id
    limit greatest(erase_metric_series.row_limit / 1000, 1)
  );
  is_met := cardinality(label_sets) > 0;
  next := case when is_met then '{}'::jsonb end;
  insert into cogo.metric_series (series_id, name, tenant_id, labels)
  select cogo.series_id(series.name, nobody, series.labels), series.name, nobody, series.labels
  from cogo.metric_series as series where series.tenant_id = leaving.tenant_id and series.labels = any (label_sets)
  on conflict do nothing;
  update cogo.metric_rows as line set series_id = cogo.series_id(series.name, nobody, series.labels)
  from cogo.metric_series as series
  where line.series_id = series.series_id and series.tenant_id = leaving.tenant_id and series.labels = any (label_sets);
  get diagnostics moved = row_count;
  delete from cogo.metric_series as series where series.tenant_id = leaving.tenant_id and series.labels = any (label_sets);
  counts := jsonb_build_object('metric_rows', moved, 'metric_series', cardinality(label_sets));
end;
$$;

comment on function cogo.erase_metric_series(cogo.offboardings, integer) is
  'Lets the history of the tenant be that of nobody, since sums over all tenants are held against it. Answers as erase_part.';

revoke execute on function cogo.erase_metric_series(cogo.offboardings, integer) from public;
