create function cogo.local_instants(time_zone text, local_second bigint, offset_before integer, offset_after integer, is_wild boolean)
returns setof bigint
language plpgsql
stable
set search_path = ''
as $$
declare
  early bigint := local_second - greatest(offset_before, offset_after);
  late bigint := local_second - least(offset_before, offset_after);
  is_early boolean := early + cogo.zone_offset(time_zone, early) = local_second;
  is_late boolean := late + cogo.zone_offset(time_zone, late) = local_second;
begin
  if is_early then
    return next early;
  end if;
  if is_late and not (is_early and not is_wild) then
    return next late;
  end if;
  if not is_early and not is_late and not is_wild then
    return next cogo.zone_change(time_zone, early, late);
  end if;
end;
$$;

comment on function cogo.local_instants(text, bigint, integer, integer, boolean) is
  'When a local time is there near a change of the clock. A time that comes twice is its first instant, both if wild; one that is skipped is the first instant after the gap, none if wild. In seconds.';

revoke execute on function cogo.local_instants(text, bigint, integer, integer, boolean) from public;
