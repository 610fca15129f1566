create function cogo.window_span(period text, at timestamptz, out opens_at timestamptz, out closes_at timestamptz)
language plpgsql
stable
set search_path = ''
as $$
begin
  if window_span.period = 'total' then
    opens_at := '-infinity';
    closes_at := 'infinity';
  else
    opens_at := date_trunc(window_span.period, window_span.at, 'UTC');
    -- A month has no fixed length and a day may lack an hour where the session lives: the sum is made in UTC.
    closes_at := (opens_at at time zone 'UTC' + ('1 ' || window_span.period)::interval) at time zone 'UTC';
  end if;
end;
$$;

comment on function cogo.window_span(text, timestamptz) is
  'The hour, day, week (from Monday) or month in UTC that a moment falls in, its end excluded; total is all time.';

revoke execute on function cogo.window_span(text, timestamptz) from public;
