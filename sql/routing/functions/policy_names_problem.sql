create function cogo.policy_names_problem(body jsonb)
returns text
language plpgsql
immutable
set search_path = ''
as $$
declare
  listed record;
  task record;
begin
  for listed in
    select lists.name, item.value
    from (values ('allow'), ('deny'), ('regions')) as lists (name)
    cross join lateral jsonb_array_elements(coalesce(body -> lists.name, '[]')) as item
  loop
    if jsonb_typeof(listed.value) <> 'string' or length(listed.value #>> '{}') not between 1 and 200 then
      return format('%s must hold texts of 1 to 200 characters', listed.name);
    end if;
  end loop;
  if coalesce(body ->> 'data_policy', 'any') not in ('any', 'no_training', 'zero_retention') then
    return 'data_policy must be any, no_training or zero_retention';
  end if;
  for listed in select key, value from jsonb_each(coalesce(body -> 'aliases', '{}')) loop
    if jsonb_typeof(listed.value) <> 'string' or length(listed.value #>> '{}') not between 1 and 200 then
      return format('aliases.%s must be the name of a model', left(listed.key, 60));
    end if;
  end loop;
  if (select count(*) from jsonb_object_keys(coalesce(body -> 'quality', '{}'))) > 8 then
    return 'quality may know 8 tasks at most';
  end if;
  for task in select key, value from jsonb_each(coalesce(body -> 'quality', '{}')) loop
    if (task.key ~ '^([a-z0-9][a-z0-9._-]{0,39}|\*)$') is not true or jsonb_typeof(task.value) <> 'object' then
      return format('quality.%s must be a task (a-z, 0-9, ., _, -; * = any) with an object of models', left(task.key, 60));
    end if;
    for listed in select key, value from jsonb_each(task.value) loop
      if jsonb_typeof(listed.value) <> 'number' or not (listed.value::numeric between 0 and 1) then
        return format('quality.%s.%s must be a number from 0 to 1', task.key, left(listed.key, 60));
      end if;
    end loop;
  end loop;
  return null;
end;
$$;

comment on function cogo.policy_names_problem(jsonb) is 'What is wrong with the lists and tasks of a policy, or null.';

revoke execute on function cogo.policy_names_problem(jsonb) from public;
