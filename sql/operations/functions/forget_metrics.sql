create function cogo.forget_metrics(row_limit integer default 50000)
returns integer
language plpgsql
security definer
set search_path = ''
as $$
#variable_conflict use_column
declare
  now_ constant timestamptz := cogo.now_();
  each record;
  gone integer;
  forgotten integer := 0;
begin
  insert into cogo.metric_horizon default values on conflict do nothing;
  -- Told before anything goes: who reads in the meantime reads the wider rows.
  update cogo.metric_horizon as horizon
  set minutes_from = greatest(horizon.minutes_from, date_trunc('hour', now_ - interval '2 days', 'UTC')),
    hours_from = greatest(horizon.hours_from, date_trunc('day', now_ - interval '60 days', 'UTC'));
  for each in
    select level.* from cogo.metric_horizon as horizon, lateral (
      values ('1m', horizon.minutes_from), ('1h', horizon.hours_from), ('1d', now_ - interval '2 years')
    ) as level (step, older_than)
  loop
    delete from cogo.metric_rows as line
    using (
      select old.series_id, old.at
      from cogo.metric_series as series
      join cogo.metric_rows as old on old.series_id = series.series_id
      where old.step = each.step and old.at < each.older_than and (old.rolled or old.step = '1d')
      limit forget_metrics.row_limit
    ) as old
    where line.series_id = old.series_id and line.step = each.step and line.at = old.at and (line.rolled or line.step = '1d');
    get diagnostics gone = row_count;
    forgotten := forgotten + gone;
  end loop;

  delete from cogo.ready_notes as note where note.ready_at < now_ - interval '30 days';
  delete from cogo.metric_series as series
  where series.series_id in (
    select known.series_id from cogo.metric_series as known
    where not exists (select from cogo.metric_rows as line where line.series_id = known.series_id)
    for update skip locked
  );
  return forgotten;
end;
$$;

comment on function cogo.forget_metrics(integer) is
  'Drops minutes after 2 days, hours after 60 and days after 2 years, none that is not in its wider row, and series of which nothing is left. Answers how many rows.';

revoke execute on function cogo.forget_metrics(integer) from public;
grant execute on function cogo.forget_metrics(integer) to service_role;
