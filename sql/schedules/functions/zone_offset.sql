create function cogo.zone_offset(time_zone text, at_second bigint)
returns integer
language plpgsql
stable
set search_path = ''
as $$
begin
  return extract(epoch from
    (to_timestamp(at_second) at time zone time_zone) - (to_timestamp(at_second) at time zone 'UTC')
  )::integer;
end;
$$;

comment on function cogo.zone_offset(text, bigint) is
  'Seconds by which a zone''s clocks are ahead of UTC at an instant, given in seconds since 1970.';

revoke execute on function cogo.zone_offset(text, bigint) from public;
