create function cogo.check_history(series text, step text, labels jsonb)
returns void
language plpgsql
stable
set search_path = ''
as $$
declare
  unknown text;
begin
  if (cogo.history_source(check_history.series)).name is null then
    perform cogo.refuse_argument('series', format('no series is called %L; docs/guides/metrics.md lists them', check_history.series));
  end if;
  if cogo.metric_unit(check_history.step) is null then
    perform cogo.refuse_argument('step', 'it must be 1m, 1h or 1d');
  end if;
  if jsonb_typeof(check_history.labels) <> 'object' then
    perform cogo.refuse_argument('labels', 'they must be an object');
  end if;
  perform cogo.check_json('labels', check_history.labels, 8192);
  select key into unknown
  from jsonb_each(check_history.labels) as item
  where key not in ('executor', 'type', 'priority', 'function', 'route', 'status', 'provider', 'model', 'by') or jsonb_typeof(value) <> 'string'
    or (key = 'by' and (value <> '"lane"' or check_history.series not in ('depth', 'oldest_age_seconds')))
  limit 1;
  if unknown is not null then
    perform cogo.refuse_argument('labels', format('%L is no label of this series, or its value is no text', unknown));
  end if;
end;
$$;

comment on function cogo.check_history(text, text, jsonb) is 'Refuses an unknown series, step or label. Errors: bad_argument (400).';

revoke execute on function cogo.check_history(text, text, jsonb) from public;
