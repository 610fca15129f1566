create function cogo.region_numbers(list cogo.route_lists, region text)
returns smallint[]
language plpgsql
immutable
set search_path = ''
as $$
declare
  numbers smallint[] := '{}';
begin
  for place in 1 .. cardinality(list.regions) loop
    if cogo.region_fits(list.regions[place], array[region_numbers.region]) then
      numbers := numbers || place::smallint;
    end if;
  end loop;
  return numbers;
end;
$$;

comment on function cogo.region_numbers(cogo.route_lists, text) is 'The numbers of a list''s regions that lie in one.';

revoke execute on function cogo.region_numbers(cogo.route_lists, text) from public;
