create function cogo.schema_faults_of_names(root jsonb, schema jsonb, value jsonb, path text, depth integer)
returns text[]
language plpgsql
immutable
set search_path = ''
as $$
declare
  known jsonb := coalesce(schema_faults_of_names.schema -> 'properties', '{}');
  others jsonb := schema_faults_of_names.schema -> 'additionalProperties';
  names jsonb := schema_faults_of_names.schema -> 'propertyNames';
  name text;
  part jsonb;
  faults text[];
begin
  for name, part in select property.key, property.value from jsonb_each(value) as property loop
    if names is not null and cogo.schema_faults(root, names, to_jsonb(name), '', depth + 1) is not null then
      faults := faults || array[[cogo.schema_path(path, name), 'has a name that is not allowed']];
    elsif others = 'false' and not known ? name then
      faults := faults || array[[cogo.schema_path(path, name), 'is not a known property']];
    elsif others is not null and not known ? name then
      faults := faults || cogo.schema_faults(root, others, part, cogo.schema_path(path, name), depth + 1);
    end if;
    exit when array_length(faults, 1) >= 20;
  end loop;
  return faults;
end;
$$;

comment on function cogo.schema_faults_of_names(jsonb, jsonb, jsonb, text, integer) is
  'Checks propertyNames and additionalProperties: what an object holds beyond its properties. Stops at 20 faults.';

revoke execute on function cogo.schema_faults_of_names(jsonb, jsonb, jsonb, text, integer) from public;
