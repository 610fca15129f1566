create function cogo.draw_place(weights integer[], seed bigint)
returns integer
language plpgsql
immutable
set search_path = ''
as $$
declare
  total bigint := 0;
  point bigint;
  weight integer;
begin
  foreach weight in array weights loop
    total := total + weight;
  end loop;
  -- The upper 28 of the seed's 52 bits, as a share of the sum, which is below 2^35.
  point := ((draw_place.seed >> 24) * total) >> 28;
  for place in 1 .. cardinality(weights) loop
    point := point - weights[place];
    if point < 0 then
      return place;
    end if;
  end loop;
  return null;
end;
$$;

comment on function cogo.draw_place(integer[], bigint) is 'Where a seed (52 bits) falls among odds: inverse of their cumulative sum.';

revoke execute on function cogo.draw_place(integer[], bigint) from public;
