create function cogo.cron_field(field text, value text, low integer, high integer, names text[])
returns smallint[]
language plpgsql
immutable
set search_path = ''
as $$
declare
  part text;
  said text[];
  bounds integer[];
  step integer;
  found smallint[] := '{}';
begin
  if value = '*' then
    return array(select each from generate_series(low, high) as each);
  end if;
  foreach part in array string_to_array(value, ',') loop
    said := regexp_match(part, '^(?:(\*)|(\d{1,2}|[a-z]{3})(?:-(\d{1,2}|[a-z]{3}))?)(?:/(\d{1,2}))?$');
    bounds := case
      when said[1] is not null then array[low, high]
      else array[
        case when said[2] ~ '^\d' then said[2]::integer else array_position(names, said[2]) - 1 + low end,
        case
          when said[3] ~ '^\d' then said[3]::integer
          when field = 'day of week' and said[3] = 'sun' then 7
          when said[3] is not null then array_position(names, said[3]) - 1 + low
          when said[4] is not null then high
        end
      ]
    end;
    step := coalesce(said[4]::integer, 1);
    if said[3] is null and said[4] is null and said[1] is null then
      bounds[2] := bounds[1];
    end if;
    if (said is not null and bounds[1] between low and bounds[2] and bounds[2] <= high and step >= 1) is not true then
      perform cogo.refuse_argument('cron', format(
        'its %s %L is none: give numbers from %s to %s%s, ranges a-b, steps */n or a-b/n, lists of these, or *',
        field, left(part, 20), low, high, case when names is not null then ' or names such as ' || names[2] else '' end
      ));
    end if;
    found := found || array(select each::smallint from generate_series(bounds[1], bounds[2], step) as each);
  end loop;
  return found;
end;
$$;

comment on function cogo.cron_field(text, text, integer, integer, text[]) is
  'The numbers that one field of a cron expression stands for. names count from low. Errors: bad_argument (400).';

revoke execute on function cogo.cron_field(text, text, integer, integer, text[]) from public;
