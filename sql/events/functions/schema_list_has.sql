create function cogo.schema_list_has(list jsonb, value jsonb)
returns boolean
language plpgsql
immutable
set search_path = ''
as $$
begin
  if jsonb_typeof(value) in ('object', 'array') then
    return exists (select from jsonb_array_elements(list) as item where item = schema_list_has.value);
  end if;
  return list @> value;
end;
$$;

comment on function cogo.schema_list_has(jsonb, jsonb) is
  'Whether a JSON array has this very item (1 and 1.0 are the same).';

revoke execute on function cogo.schema_list_has(jsonb, jsonb) from public;
