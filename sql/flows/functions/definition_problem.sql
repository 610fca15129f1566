create function cogo.definition_problem(definition jsonb)
returns text
language plpgsql
stable
security definer
set search_path = ''
as $$
declare
  unknown text;
begin
  if jsonb_typeof(definition) is distinct from 'object' then
    return 'it must be an object';
  end if;
  if octet_length(definition::text) > 262144 then
    return 'it has more than 262144 bytes; move what is large into the input';
  end if;
  select key into unknown from jsonb_object_keys(definition - array['name', 'saga', 'deadline_seconds', 'steps', 'output']) as key limit 1;
  return case
    when unknown is not null then format('unknown field %L; it may have name, saga, deadline_seconds, steps, output', left(unknown, 40))
    when (jsonb_typeof(definition -> 'name') = 'string' and length(definition ->> 'name') <= 120
      and definition ->> 'name' ~ '^[a-z][a-z0-9_-]*(\.[a-z0-9_-]+)*$') is not true
      then 'name must be words of a-z, 0-9, _ and - joined by dots, at most 120 characters'
    when definition ? 'saga' and jsonb_typeof(definition -> 'saga') <> 'boolean' then 'saga must be true or false'
    when definition ? 'deadline_seconds' and (jsonb_typeof(definition -> 'deadline_seconds') = 'number'
      and definition ->> 'deadline_seconds' ~ '^[1-9]\d{0,8}$' and (definition ->> 'deadline_seconds')::integer <= 315360000) is not true
      then 'deadline_seconds must be a whole number from 1 to 315360000'
    when jsonb_typeof(definition -> 'steps') is distinct from 'array' or jsonb_array_length(definition -> 'steps') not between 1 and 200
      then 'steps must be an array of 1 to 200 steps'
    when exists (select from jsonb_array_elements(definition -> 'steps') as step where jsonb_typeof(step) <> 'object')
      then 'each of steps must be an object'
  end;
end;
$$;

comment on function cogo.definition_problem(jsonb) is
  'What is wrong with a definition apart from its steps, and how to mend it; null when nothing is.';

revoke execute on function cogo.definition_problem(jsonb) from public;
