create function cogo.schema_faults(root jsonb, schema jsonb, value jsonb, path text, depth integer)
returns text[]
language plpgsql
immutable
set search_path = ''
as $$
declare
  kind text := jsonb_typeof(schema_faults.value);
  wanted jsonb := schema_faults.schema -> 'type';
  faults text[];
begin
  if depth > 64 then
    return array[[path, 'is nested too deeply to be checked (64 levels)']];
  end if;
  if jsonb_typeof(schema) = 'boolean' then
    return case when schema = 'false' then array[[path, 'is not allowed']] end;
  end if;

  if wanted is not null and not wanted @> to_jsonb(kind) then
    if kind <> 'number' or not wanted @> '"integer"' or value::numeric % 1 <> 0 then
      return array[[path, format('must be %s, not %s', cogo.schema_words(wanted), kind)]];
    end if;
  end if;

  if schema ? 'const' and schema -> 'const' <> value then
    return array[[path, format('must be %s', schema -> 'const')]];
  end if;
  if schema ? 'enum' and not cogo.schema_list_has(schema -> 'enum', value) then
    return array[[path, format('must be one of %s', schema -> 'enum')]];
  end if;

  if kind = 'string' then
    if schema ?| '{minLength,maxLength,pattern,format}' then
      faults := cogo.schema_faults_of_text(schema, value #>> '{}', path);
    end if;
  elsif kind = 'number' then
    if schema ?| '{minimum,maximum,exclusiveMinimum,exclusiveMaximum,multipleOf}' then
      faults := cogo.schema_faults_of_number(schema, value, path);
    end if;
  elsif kind = 'object' then
    faults := cogo.schema_faults_of_object(root, schema, value, path, depth);
  elsif kind = 'array' then
    faults := cogo.schema_faults_of_array(root, schema, value, path, depth);
  end if;

  if schema ?| '{$ref,allOf,anyOf,oneOf,not}' then
    faults := faults || cogo.schema_faults_of_branches(root, schema, value, path, depth);
  end if;
  return faults;
end;
$$;

comment on function cogo.schema_faults(jsonb, jsonb, jsonb, text, integer) is
  'Behind schema_violations: pairs {path, problem} of a value against one schema node, or null when it holds.';

revoke execute on function cogo.schema_faults(jsonb, jsonb, jsonb, text, integer) from public;
