create function cogo.history_value(
  kind text, part text, counts jsonb, bins smallint[], bin_counts bigint[], looks numeric, unit text
)
returns numeric
language plpgsql
immutable
set search_path = ''
as $$
declare
  succeeded constant numeric := coalesce((counts ->> 'succeeded')::numeric, 0);
  failed constant numeric := coalesce((counts ->> 'failed')::numeric, 0);
begin
  return case kind
    when 'count' then coalesce((counts ->> part)::numeric, 0)
    when 'rate' then round(
      (succeeded + failed + coalesce((counts ->> 'cancelled')::numeric, 0)) / case unit when 'minute' then 1 when 'hour' then 60 else 1440 end, 2
    )
    when 'share' then round(failed / nullif(succeeded + failed, 0), 4)
    when 'level' then round(coalesce((counts ->> part)::numeric, 0) / looks, 1)
    when 'quantile' then round(cogo.bins_quantile(bins, bin_counts, part::double precision)::numeric, 1)
    -- Ages are kept as times; the oldest is the last of them.
    when 'age' then round(cogo.bins_quantile(bins, bin_counts, 1)::numeric / 1000, 1)
  end;
end;
$$;

comment on function cogo.history_value(text, text, jsonb, smallint[], bigint[], numeric, text) is
  'The value of one point: a count, closed jobs a minute, a share of 0 to 1, a mean level, a quantile in milliseconds or an age in seconds.';

revoke execute on function cogo.history_value(text, text, jsonb, smallint[], bigint[], numeric, text) from public;
