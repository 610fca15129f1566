create function cogo.region_numbers(region_names text[], region text)
returns smallint[]
language plpgsql
immutable
set search_path = ''
as $$
declare
  numbers smallint[] := '{}'::smallint[];
begin
  for place in 1 .. cardinality(region_numbers.region_names) loop
    if cogo.region_fits(region_numbers.region_names[place], array[region_numbers.region]) then
      numbers := numbers || place::smallint;
    end if;
  end loop;
  return numbers;
end;
$$;

comment on function cogo.region_numbers(text[], text) is 'The numbers of a list''s regions that lie in one.';

revoke execute on function cogo.region_numbers(text[], text) from public;
