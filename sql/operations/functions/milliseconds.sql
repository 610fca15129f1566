create function cogo.milliseconds(began timestamptz, ended timestamptz)
returns double precision
language sql
immutable
set search_path = ''
as $$
  select extract(epoch from ended - began)::double precision * 1000;
$$;

comment on function cogo.milliseconds(timestamptz, timestamptz) is 'From one time to another in milliseconds; null when either is.';

revoke execute on function cogo.milliseconds(timestamptz, timestamptz) from public;
