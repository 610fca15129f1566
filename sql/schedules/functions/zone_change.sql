create function cogo.zone_change(time_zone text, low bigint, high bigint)
returns bigint
language plpgsql
stable
set search_path = ''
as $$
declare
  new_offset integer := cogo.zone_offset(time_zone, high);
  middle bigint;
begin
  while high - low > 1 loop
    middle := low + (high - low) / 2;
    if cogo.zone_offset(time_zone, middle) = new_offset then
      high := middle;
    else
      low := middle;
    end if;
  end loop;
  return high;
end;
$$;

comment on function cogo.zone_change(text, bigint, bigint) is
  'The first second after a change of a zone''s clocks, which lies after low and not after high.';

revoke execute on function cogo.zone_change(text, bigint, bigint) from public;
