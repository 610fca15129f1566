create function cogo.cron_number(value text, low integer, names text[])
returns integer
language plpgsql
immutable
set search_path = ''
as $$
begin
  if value ~ '^\d\d?$' then
    return value::integer;
  end if;
  return array_position(names, value) - 1 + low;
end;
$$;

comment on function cogo.cron_number(text, integer, text[]) is
  'A number of a cron field, or the place of its name counted from low; null if it is neither.';

revoke execute on function cogo.cron_number(text, integer, text[]) from public;
