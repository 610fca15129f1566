create function cogo.resolve_refs(template jsonb, scope jsonb)
returns jsonb
language plpgsql
immutable
set search_path = ''
as $$
declare
  path text[];
begin
  case jsonb_typeof(template)
    when 'object' then
      if template ? '$ref' and template - '$ref' = '{}' then
        path := string_to_array(template ->> '$ref', '.');
        return coalesce(scope #> path, 'null');
      end if;
      return (
        select coalesce(jsonb_object_agg(field.key, cogo.resolve_refs(field.value, scope)), '{}')
        from jsonb_each(template) as field
      );
    when 'array' then
      return (
        select coalesce(jsonb_agg(cogo.resolve_refs(item.value, scope) order by item.ordinal), '[]')
        from jsonb_array_elements(template) with ordinality as item (value, ordinal)
      );
    else
      return template;
  end case;
end;
$$;

comment on function cogo.resolve_refs(jsonb, jsonb) is
  'A template with each {"$ref": "path"} replaced by what the path names; what is not there is null.';

revoke execute on function cogo.resolve_refs(jsonb, jsonb) from public;
