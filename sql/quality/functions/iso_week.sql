create function cogo.iso_week(moment timestamptz)
returns text
language sql
immutable
set search_path = ''
as $$
  select to_char(iso_week.moment at time zone 'UTC', 'IYYY-"W"IW');
$$;

comment on function cogo.iso_week(timestamptz) is 'The ISO 8601 week of a moment in UTC, for example 2026-W48.';

revoke execute on function cogo.iso_week(timestamptz) from public;
