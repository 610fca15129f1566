create function cogo.cron_weekdays(value text)
returns smallint[]
language plpgsql
immutable
set search_path = ''
as $$
declare
  part text;
  said text[];
  found smallint[] := '{}'::smallint[];
  names constant text[] := array['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat'];
begin
  if value = '*' then
    return '{0,1,2,3,4,5,6}'::smallint[];
  end if;
  if strpos(value, '#') + strpos(value, 'l') = 0 then
    return array(
      select distinct (each % 7)::smallint from unnest(cogo.cron_field('day of week', value, 0, 7, names)) as each
    );
  end if;
  foreach part in array string_to_array(value, ',') loop
    said := regexp_match(part, '^(\d|[a-z]{3}?)(?:#([1-5])|#?(l))$');
    if said is null then
      found := found || cogo.cron_weekdays(translate(part, '#', '?'));
    else
      found := found || (
        (cogo.cron_field('day of week', said[1], 0, 7, names))[1] % 7 + 10 * coalesce(said[2]::integer, 6)
      )::smallint;
    end if;
  end loop;
  return found;
end;
$$;

comment on function cogo.cron_weekdays(text) is
  'The weekdays that a cron field stands for: 0 (Sunday) to 6; 10 times n more for the n-th of the month (fri#2), 60 more for the last (friL). Errors: bad_argument (400).';

revoke execute on function cogo.cron_weekdays(text) from public;
