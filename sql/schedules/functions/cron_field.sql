create function cogo.cron_field(field text, value text, low integer, high integer, names text[])
returns smallint[]
language plpgsql
immutable
set search_path = ''
as $$
declare
  part text;
  range text;
  step integer;
  first integer;
  last integer;
  found smallint[] := '{}'::smallint[];
begin
  foreach part in array string_to_array(value, ',') loop
    range := split_part(part, '/', 1);
    step := case when strpos(part, '/') = 0 then 1 else cogo.cron_number(substr(part, length(range) + 2), 0, null) end;
    if range = '*' then
      first := low;
      last := high;
    else
      first := cogo.cron_number(split_part(range, '-', 1), low, names);
      last := case
        when strpos(range, '-') > 0 then
          -- A week that ends on Sunday ends on its day 7.
          case when high = 7 and range like '%-sun' then 7
            else cogo.cron_number(substr(range, strpos(range, '-') + 1), low, names) end
        when strpos(part, '/') > 0 then high
        else first
      end;
    end if;
    if (step >= 1 and first between low and last and last <= high) is not true then
      perform cogo.refuse_argument('cron', format(
        'its %s %L is none: give numbers from %s to %s%s, ranges a-b, steps */n or a-b/n, lists of these, or *',
        field, left(part, 20), low, high, case when names is not null then ' or names such as ' || names[2] else '' end
      ));
    end if;
    while first <= last loop
      found := found || first::smallint;
      first := first + step;
    end loop;
  end loop;
  if strpos(value, ',') > 0 then
    found := array(select distinct each from unnest(found) as each order by each);
  end if;
  return found;
end;
$$;

comment on function cogo.cron_field(text, text, integer, integer, text[]) is
  'The numbers that one field of a cron expression stands for, in order. names count from low. Errors: bad_argument (400).';

revoke execute on function cogo.cron_field(text, text, integer, integer, text[]) from public;
