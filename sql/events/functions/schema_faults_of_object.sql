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

  -- What plainly holds is told by one expression: a call per property would cost ten times as much.
  for name, part in
    select known.named, known.rule
    from jsonb_each(properties) as known (named, rule)
    cross join lateral (select value -> known.named) as actual (given)
    where value ? known.named and (
      not known.rule
        ?| '{const,pattern,format,exclusiveMinimum,exclusiveMaximum,multipleOf,$ref,allOf,anyOf,oneOf,not}'
      and coalesce(known.rule -> 'enum' @> actual.given, true)
      and case jsonb_typeof(actual.given)
        when 'string' then coalesce(known.rule ->> 'type', 'string') = 'string'
          and char_length(actual.given #>> '{}') >= coalesce((known.rule ->> 'minLength')::integer, 0)
          and char_length(actual.given #>> '{}') <= coalesce((known.rule ->> 'maxLength')::integer, 1000000000)
        when 'number' then known.rule ->> 'type' in ('number', 'integer')
          and (known.rule ->> 'type' = 'number' or actual.given::numeric % 1 = 0)
          and coalesce(actual.given >= known.rule -> 'minimum', true)
          and coalesce(actual.given <= known.rule -> 'maximum', true)
        when 'boolean' then known.rule ->> 'type' = 'boolean'
      end
    ) is not true
  loop
    faults := faults || cogo.schema_faults(root, part, value -> name, cogo.schema_path(path, name), depth + 1);
  end loop;

  if not schema ?| '{additionalProperties,propertyNames,minProperties,maxProperties}' then
    return faults;
  end if;
  if schema ? 'propertyNames' or value - array(select jsonb_object_keys(properties)) <> '{}' then
    faults := faults || cogo.schema_faults_of_names(root, schema, value, path, depth);
  end if;
  if not schema ?| '{minProperties,maxProperties}' then
    return faults;
  end if;
  size := (select count(*) from jsonb_object_keys(value));
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
