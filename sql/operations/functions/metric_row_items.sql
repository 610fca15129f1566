create function cogo.metric_row_items(line cogo.metric_rows)
returns table (key text, value numeric)
language sql
immutable
set search_path = ''
as $$
  select item.key, item.value::numeric from jsonb_each_text((line).counts) as item
  union all
  select 'bin ' || item.bin, item.many from unnest((line).bins, (line).bin_counts) as item (bin, many);
$$;

comment on function cogo.metric_row_items(cogo.metric_rows) is 'The counters and bins of a row, a line each.';

revoke execute on function cogo.metric_row_items(cogo.metric_rows) from public;
