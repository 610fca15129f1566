create function cogo.channel_pattern_covers(wide text, narrow text)
returns boolean
language plpgsql
immutable
set search_path = ''
as $$
declare
  wides text[] := string_to_array(wide, '.');
  narrows text[] := string_to_array(narrow, '.');
begin
  for place in 1..cardinality(wides) loop
    if wides[place] = '>' then
      return cardinality(narrows) >= place;
    end if;
    if place > cardinality(narrows) or narrows[place] = '>' or wides[place] not in ('*', narrows[place]) then
      return false;
    end if;
  end loop;
  return cardinality(narrows) = cardinality(wides);
end;
$$;

comment on function cogo.channel_pattern_covers(text, text) is
  'Whether every channel that the narrow pattern matches is matched by the wide one.';

revoke execute on function cogo.channel_pattern_covers(text, text) from public;
