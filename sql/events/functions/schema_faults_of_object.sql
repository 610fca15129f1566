create function cogo.schema_faults_of_object(root jsonb, schema jsonb, value jsonb, path text, depth integer)
returns text[]
language plpgsql
immutable
set search_path = ''
as $$
declare
  properties jsonb := coalesce(schema_faults_of_object.schema -> 'properties', '{}');
  name text;
  part jsonb;
  seen integer := 0;
  size integer;
  faults text[];
begin
  if schema ? 'required' and not value ?& array(select jsonb_array_elements_text(schema -> 'required')) then
    for name in select jsonb_array_elements_text(schema -> 'required') loop
      if not value ? name then
        faults := faults || array[[cogo.schema_path(path, name), 'is required']];
      end if;
    end loop;
  end if;

  for name, part in select known.key, known.value from jsonb_each(properties) as known loop
    if value ? name then
      seen := seen + 1;
      faults := faults || cogo.schema_faults(root, part, value -> name, cogo.schema_path(path, name), depth + 1);
    end if;
  end loop;

  if not schema ?| '{additionalProperties,propertyNames,minProperties,maxProperties}' then
    return faults;
  end if;
  size := (select count(*) from jsonb_object_keys(value));
  if size > seen or schema ? 'propertyNames' then
    faults := faults || cogo.schema_faults_of_names(root, schema, value, path, depth);
  end if;
  if schema ? 'minProperties' and size < (schema -> 'minProperties')::integer then
    faults := faults || array[[path, format('must have at least %s properties', schema -> 'minProperties')]];
  end if;
  if schema ? 'maxProperties' and size > (schema -> 'maxProperties')::integer then
    faults := faults || array[[path, format('must have at most %s properties', schema -> 'maxProperties')]];
  end if;
  return faults;
end;
$$;

comment on function cogo.schema_faults_of_object(jsonb, jsonb, jsonb, text, integer) is
  'Checks required, properties, additionalProperties, propertyNames, minProperties and maxProperties of an object.';

revoke execute on function cogo.schema_faults_of_object(jsonb, jsonb, jsonb, text, integer) from public;
