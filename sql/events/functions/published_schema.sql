create function cogo.published_schema(schema jsonb, id text)
returns jsonb
language plpgsql
immutable
set search_path = ''
as $$
begin
  return jsonb_build_object('$schema', 'https://json-schema.org/draft/2020-12/schema', '$id', published_schema.id) || case published_schema.schema
    when 'true' then '{}'
    when 'false' then '{"not": {}}'
    else published_schema.schema
  end;
end;
$$;

comment on function cogo.published_schema(jsonb, text) is
  'A registered schema as others read it: an object that says which JSON Schema it is and what it is called, unless it says so itself.';

revoke execute on function cogo.published_schema(jsonb, text) from public;
