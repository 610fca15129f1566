create function cogo.schema_faults_of_array(root jsonb, schema jsonb, value jsonb, path text, depth integer)
returns text[]
language plpgsql
immutable
set search_path = ''
as $$
declare
  size integer := jsonb_array_length(schema_faults_of_array.value);
  first_parts jsonb := coalesce(schema_faults_of_array.schema -> 'prefixItems', '[]');
  first_count integer := jsonb_array_length(first_parts);
  others jsonb := schema_faults_of_array.schema -> 'items';
  part jsonb;
  faults text[];
begin
  if schema ? 'minItems' and size < (schema -> 'minItems')::integer then
    faults := faults || array[[path, format('must have at least %s items', schema -> 'minItems')]];
  end if;
  if schema ? 'maxItems' and size > (schema -> 'maxItems')::integer then
    faults := faults || array[[path, format('must have at most %s items', schema -> 'maxItems')]];
  end if;

  if others is not null or first_count > 0 then
    for place in 0 .. size - 1 loop
      part := case when place < first_count then first_parts -> place else others end;
      exit when part is null or array_length(faults, 1) >= 20;
      faults := faults || cogo.schema_faults(root, part, value -> place, format('%s/%s', path, place), depth + 1);
    end loop;
  end if;

  if schema -> 'uniqueItems' = 'true'
    and size > (select count(distinct item) from jsonb_array_elements(value) as item) then
    faults := faults || array[[path, 'must not hold the same item twice']];
  end if;
  return faults;
end;
$$;

comment on function cogo.schema_faults_of_array(jsonb, jsonb, jsonb, text, integer) is
  'Checks minItems, maxItems, prefixItems, items and uniqueItems of an array. Stops at 20 faults.';

revoke execute on function cogo.schema_faults_of_array(jsonb, jsonb, jsonb, text, integer) from public;
