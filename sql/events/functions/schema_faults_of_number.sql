create function cogo.schema_faults_of_number(schema jsonb, value jsonb, path text)
returns text[]
language plpgsql
immutable
set search_path = ''
as $$
declare
  faults text[];
begin
  -- Two jsonb numbers compare as numeric; a limit that is absent compares as null.
  if value < schema -> 'minimum' then
    faults := faults || array[[path, format('must be at least %s', schema -> 'minimum')]];
  end if;
  if value > schema -> 'maximum' then
    faults := faults || array[[path, format('must be at most %s', schema -> 'maximum')]];
  end if;
  if value <= schema -> 'exclusiveMinimum' then
    faults := faults || array[[path, format('must be more than %s', schema -> 'exclusiveMinimum')]];
  end if;
  if value >= schema -> 'exclusiveMaximum' then
    faults := faults || array[[path, format('must be less than %s', schema -> 'exclusiveMaximum')]];
  end if;
  if schema ? 'multipleOf' and value::numeric % (schema -> 'multipleOf')::numeric <> 0 then
    faults := faults || array[[path, format('must be a multiple of %s', schema -> 'multipleOf')]];
  end if;
  return faults;
end;
$$;

comment on function cogo.schema_faults_of_number(jsonb, jsonb, text) is
  'Checks minimum, maximum, their exclusive forms and multipleOf of a number, exactly.';

revoke execute on function cogo.schema_faults_of_number(jsonb, jsonb, text) from public;
