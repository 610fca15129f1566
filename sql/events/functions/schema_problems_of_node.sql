create function cogo.schema_problems_of_node(root jsonb, node jsonb, path text, depth integer)
returns text[]
language plpgsql
immutable
set search_path = ''
as $$
declare
  keyword text;
  setting jsonb;
  name text;
  part jsonb;
  problem text;
  problems text[];
begin
  if jsonb_typeof(node) = 'boolean' then
    return null;
  elsif jsonb_typeof(node) <> 'object' then
    return array[format('%s must be an object or a boolean', path)];
  elsif depth > 32 then
    return array[format('%s is nested deeper than 32 levels', path)];
  end if;

  for keyword, setting in select entry.key, entry.value from jsonb_each(node) as entry loop
    problem := cogo.schema_keyword_problem(root, node, keyword, setting);
    if problem is not null then
      problems := problems || format('%s/%s %s', path, keyword, problem);
    elsif keyword in ('additionalProperties', 'items', 'not', 'propertyNames') then
      problems := problems || cogo.schema_problems_of_node(root, setting, format('%s/%s', path, keyword), depth + 1);
    elsif keyword in ('properties', '$defs') then
      for name, part in select entry.key, entry.value from jsonb_each(setting) as entry loop
        name := cogo.schema_path(format('%s/%s', path, keyword), name);
        problems := problems || cogo.schema_problems_of_node(root, part, name, depth + 1);
      end loop;
    elsif keyword in ('allOf', 'anyOf', 'oneOf', 'prefixItems') then
      for place in 0 .. jsonb_array_length(setting) - 1 loop
        problems := problems
          || cogo.schema_problems_of_node(root, setting -> place, format('%s/%s/%s', path, keyword, place), depth + 1);
      end loop;
    end if;
  end loop;
  return problems;
end;
$$;

comment on function cogo.schema_problems_of_node(jsonb, jsonb, text, integer) is
  'The rule behind schema_problems, for one node and all below it; null when there are none.';

revoke execute on function cogo.schema_problems_of_node(jsonb, jsonb, text, integer) from public;
