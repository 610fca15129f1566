create function cogo.step_problem(step jsonb, saga boolean)
returns text
language plpgsql
stable
set search_path = ''
as $$
declare
  kind text := coalesce(step ->> 'kind', 'job');
  name_form constant text := '^[a-z][a-zA-Z0-9_-]{0,62}$';
  allowed text[] := array['name', 'kind', 'after', 'optional'] || case kind
    when 'job' then array['type', 'input', 'retry', 'timeout_seconds', 'compensate']
    when 'map' then array['type', 'over', 'input', 'retry', 'timeout_seconds', 'compensate']
    when 'tcc' then array['try', 'confirm', 'cancel', 'input', 'retry', 'timeout_seconds']
    when 'sleep' then array['seconds']
    when 'signal' then array['signal', 'timeout_seconds']
    when 'workflow' then array['workflow', 'input']
  end;
  part text;
begin
  if jsonb_typeof(step) is distinct from 'object' then
    return 'it must be an object';
  elsif (jsonb_typeof(step -> 'name') = 'string' and step ->> 'name' ~ name_form) is not true then
    return 'name must be a letter a-z and up to 62 of a-z, A-Z, 0-9, _ and -';
  elsif kind not in ('job', 'map', 'tcc', 'sleep', 'signal', 'workflow') then
    return 'kind must be job, map, tcc, sleep, signal or workflow';
  elsif step - allowed <> '{}' then
    return format('a step of kind %s has no field %L', kind, (select key from jsonb_object_keys(step - allowed) as key limit 1));
  elsif jsonb_typeof(coalesce(step -> 'after', '[]')) <> 'array'
    or exists (select from jsonb_array_elements(coalesce(step -> 'after', '[]')) as need where jsonb_typeof(need) <> 'string') then
    return 'after must be an array of names of steps';
  elsif jsonb_typeof(coalesce(step -> 'optional', 'false')) <> 'boolean' then
    return 'optional must be true or false';
  elsif kind in ('job', 'map') and jsonb_typeof(step -> 'type') is distinct from 'string' then
    return 'type must name a job type';
  elsif kind = 'map' and jsonb_typeof(step -> 'over' -> '$ref') is distinct from 'string' then
    return 'over must be a reference to an array: {"$ref": "steps.name.field"}';
  elsif kind in ('job', 'map') and saga and not step ? 'compensate' and (step -> 'optional') is distinct from 'true'::jsonb then
    return 'compensate is missing: in a saga a step says what undoes it, {"type": "prefix.name"}, or null when there is nothing to undo';
  elsif step ? 'retry' and (step -> 'retry' ->> 'max_attempts' ~ '^([1-9]\d?|100)$' and (step -> 'retry') - 'max_attempts' = '{}') is not true then
    return 'retry must be {"max_attempts": 1 to 100}';
  elsif step ? 'timeout_seconds' and cogo.is_duration(step -> 'timeout_seconds') is not true then
    return 'timeout_seconds must be a number from 1 to 31536000';
  elsif kind = 'sleep' and cogo.is_duration(step -> 'seconds') is not true then
    return 'seconds must be a number above 0, to 31536000';
  elsif kind = 'signal' and (jsonb_typeof(step -> 'signal') = 'string' and step ->> 'signal' ~ name_form) is not true then
    return 'signal must be a name like approved';
  elsif kind = 'workflow' and jsonb_typeof(step -> 'workflow') is distinct from 'string' then
    return 'workflow must name a registered workflow';
  end if;
  foreach part in array case kind when 'tcc' then array['try', 'confirm', 'cancel'] else array['compensate'] end loop
    if kind = 'tcc' or jsonb_typeof(coalesce(step -> part, 'null')) <> 'null' then
      if (jsonb_typeof(step -> part -> 'type') = 'string' and (step -> part) - array['type', 'retry'] = '{}') is not true then
        return format('%s must be {"type": "prefix.name"}', part);
      end if;
    end if;
  end loop;
  return null;
end;
$$;

comment on function cogo.step_problem(jsonb, boolean) is
  'What is wrong with the form of one step of a definition, or null.';

revoke execute on function cogo.step_problem(jsonb, boolean) from public;
