create function cogo.metric_spans(since timestamptz, until timestamptz, only_step text)
returns table (step text, from_at timestamptz, to_at timestamptz, not_rolled boolean)
language plpgsql
stable
security definer
set search_path = ''
as $$
#variable_conflict use_column
declare
  horizon cogo.metric_horizon;
  lo timestamptz := date_trunc('minute', since, 'UTC');
  hour_lo timestamptz;
  hour_hi timestamptz;
begin
  select * into horizon from cogo.metric_horizon;
  if metric_spans.only_step = '1m' then
    return query values ('1m', lo, until, false), ('1m', lo, until, true);
    return;
  elsif metric_spans.only_step = '1d' or (metric_spans.only_step is null and lo < horizon.hours_from) then
    lo := date_trunc('day', since, 'UTC');
    return query values ('1d', lo, until, true), ('1h', lo, until, true), ('1m', lo, until, true);
    return;
  end if;

  hour_lo := date_trunc('hour', lo, 'UTC');
  hour_hi := date_trunc('hour', until, 'UTC');
  if metric_spans.only_step = '1h' or lo < horizon.minutes_from then
    return query values ('1h', hour_lo, until, false), ('1h', hour_lo, until, true), ('1m', hour_lo, until, true);
    return;
  end if;
  -- Whole hours from their rows, what is left at both ends from minutes.
  hour_lo := case when hour_lo < lo then hour_lo + interval '1 hour' else hour_lo end;
  if hour_hi <= hour_lo then
    return query values ('1m', lo, until, false), ('1m', lo, until, true);
    return;
  end if;
  return query values
    ('1m', lo, hour_lo, false), ('1m', lo, hour_lo, true),
    ('1h', hour_lo, hour_hi, false), ('1h', hour_lo, hour_hi, true), ('1m', hour_lo, hour_hi, true),
    ('1m', hour_hi, until, false), ('1m', hour_hi, until, true);
end;
$$;

comment on function cogo.metric_spans(timestamptz, timestamptz, text) is
  'Which rows tell of a span, each thing once: rolled and not rolled ones by step and time. Without a step the fewest that are exact to the minute, where minutes are kept.';

revoke execute on function cogo.metric_spans(timestamptz, timestamptz, text) from public;
