create function cogo.definition_problem(definition jsonb)
returns text
language plpgsql
stable
security definer
set search_path = ''
as $$
#variable_conflict use_column
declare
  problem text;
begin
  if jsonb_typeof(definition) is distinct from 'object' then
    return 'it must be an object with name and steps';
  elsif definition - array['name', 'saga', 'deadline_seconds', 'steps', 'output'] <> '{}' then
    return format('unknown field %L', (select key from jsonb_object_keys(definition - array['name', 'saga', 'deadline_seconds', 'steps', 'output']) as key limit 1));
  elsif (jsonb_typeof(definition -> 'name') = 'string' and length(definition ->> 'name') <= 120
    and definition ->> 'name' ~ '^[a-z][a-z0-9_-]*(\.[a-z0-9_-]+)*$') is not true then
    return 'name must read like prefix.name, of a-z, 0-9, _ and -, at most 120 characters';
  elsif jsonb_typeof(coalesce(definition -> 'saga', 'false')) <> 'boolean' then
    return 'saga must be true or false';
  elsif definition ? 'deadline_seconds' and cogo.is_duration(definition -> 'deadline_seconds') is not true then
    return 'deadline_seconds must be a number above 0, to 31536000';
  elsif (jsonb_typeof(definition -> 'steps') = 'array' and jsonb_array_length(definition -> 'steps') between 1 and 1000) is not true then
    return 'steps must be an array of 1 to 1000 steps';
  elsif octet_length(definition::text) > 262144 then
    return 'it must have at most 262144 bytes';
  end if;

  select format('steps[%s]: %s', item.ordinal - 1, told.problem) into problem
  from jsonb_array_elements(definition -> 'steps') with ordinality as item (value, ordinal),
    lateral (select cogo.step_problem(item.value, coalesce((definition ->> 'saga')::boolean, false)) as problem) as told
  where told.problem is not null
  order by item.ordinal limit 1;
  if found then
    return problem;
  end if;
  return cogo.graph_problem(definition);
end;
$$;

comment on function cogo.definition_problem(jsonb) is
  'What is wrong with a definition, naming the step, or null.';

revoke execute on function cogo.definition_problem(jsonb) from public;
