create function cogo.schema_keyword_problem(root jsonb, node jsonb, keyword text, setting jsonb)
returns text
language plpgsql
immutable
set search_path = ''
as $$
declare
  kind text := jsonb_typeof(schema_keyword_problem.setting);
  types text[] := array['string', 'number', 'integer', 'boolean', 'object', 'array', 'null'];
begin
  case
    when keyword in ('$schema', '$id', 'id', '$comment', 'title', 'description', 'default', 'examples', 'deprecated',
      'readOnly', 'writeOnly', 'const') then
      return null;
    when keyword = 'type' then
      return case when (kind = 'string' and setting #>> '{}' = any (types))
        or (kind = 'array' and setting <@ to_jsonb(types) and setting <> '[]') then null
        else format('must be one of %s, or a list of them', array_to_string(types, ', ')) end;
    when keyword in ('minItems', 'maxItems', 'minLength', 'maxLength', 'minProperties', 'maxProperties') then
      return case when kind <> 'number' or setting < '0' or setting > '1000000000' or setting::numeric % 1 <> 0
        then 'must be a whole number from 0 to 1000000000' end;
    when keyword in ('minimum', 'maximum', 'exclusiveMinimum', 'exclusiveMaximum', 'multipleOf') then
      return case when kind <> 'number' then 'must be a number'
        when keyword = 'multipleOf' and setting <= '0' then 'must be more than 0' end;
    when keyword = 'uniqueItems' then
      return case when kind <> 'boolean' then 'must be true or false' end;
    when keyword = 'enum' then
      return case when kind <> 'array' or setting = '[]' then 'must be a list with at least one item' end;
    when keyword = 'required' then
      return case when kind <> 'array' or jsonb_path_exists(setting, 'strict $[*] ? (@.type() != "string")')
        then 'must be a list of names' end;
    when keyword in ('properties', '$defs') then
      return case when kind <> 'object' then 'must be an object of schemas' end;
    when keyword in ('allOf', 'anyOf', 'oneOf', 'prefixItems') then
      return case when kind <> 'array' or setting = '[]' then 'must be a list of schemas' end;
    when keyword in ('additionalProperties', 'items', 'not', 'propertyNames') then
      return case when kind not in ('object', 'boolean') then 'must be a schema' end;
    when keyword = '$ref' then
      return case when kind <> 'string' or cogo.schema_target(root, setting #>> '{}') is null
        then 'must point to a place in this schema, such as #/$defs/name' end;
    when keyword = 'pattern' then
      return case when kind <> 'string' then 'must be a string' else cogo.schema_pattern_problem(setting #>> '{}') end;
    when keyword = 'format' then
      return case when kind <> 'string' then 'must be a string'
        when not setting <@ '["uuid", "date-time", "date", "email", "uri"]' and not node ? 'pattern'
        then 'is not one of uuid, date-time, date, email, uri; another format needs a pattern beside it' end;
    else
      return 'is not a supported keyword';
  end case;
end;
$$;

comment on function cogo.schema_keyword_problem(jsonb, jsonb, text, jsonb) is
  'Why one keyword of a schema node is refused, or null.';

revoke execute on function cogo.schema_keyword_problem(jsonb, jsonb, text, jsonb) from public;
