create function cogo.region_fits(region text, wanted text[])
returns boolean
language plpgsql
immutable
set search_path = ''
as $$
declare
  one text;
begin
  foreach one in array region_fits.wanted loop
    if region_fits.region = one or starts_with(region_fits.region, one || '-') then
      return true;
    end if;
  end loop;
  return false;
end;
$$;

comment on function cogo.region_fits(text, text[]) is
  'Whether a region is one of these or lies in one: eu-west-1 lies in eu; global lies in none.';

revoke execute on function cogo.region_fits(text, text[]) from public;
