create function cogo.schema_problems(schema jsonb)
returns text[]
language plpgsql
immutable
set search_path = ''
as $$
begin
  if schema is null then
    return array[]::text[];
  elsif octet_length(schema::text) > 65536 then
    return array['# is larger than 64 KB'];
  end if;
  return coalesce(cogo.schema_problems_of_node(schema, schema, '#', 1), '{}');
end;
$$;

comment on function cogo.schema_problems(jsonb) is
  'Why a JSON Schema is refused: unsupported keywords, broken patterns, wrong settings; else an empty array.';

revoke execute on function cogo.schema_problems(jsonb) from public;
