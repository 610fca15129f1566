create function cogo.is_leap_year(year integer)
returns boolean
language plpgsql
immutable
set search_path = ''
as $$
begin
  return year % 4 = 0 and (year % 100 <> 0 or year % 400 = 0);
end;
$$;

comment on function cogo.is_leap_year(integer) is 'Whether February has 29 days in this year.';

revoke execute on function cogo.is_leap_year(integer) from public;
