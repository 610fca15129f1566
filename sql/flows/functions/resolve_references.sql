create function cogo.resolve_references(template jsonb, context jsonb)
returns jsonb
language plpgsql
immutable
set search_path = ''
as $$
begin
  if strpos(template::text, '"$ref"') = 0 then
    return template;
  end if;
  if template ? '$ref' and jsonb_typeof(template) = 'object' then
    return coalesce(context #> string_to_array(template ->> '$ref', '.'), 'null');
  end if;
  if jsonb_typeof(template) = 'object' then
    return (select jsonb_object_agg(field.key, cogo.resolve_references(field.value, context)) from jsonb_each(template) as field);
  end if;
  return (
    select jsonb_agg(cogo.resolve_references(element.value, context) order by element.ordinal)
    from jsonb_array_elements(template) with ordinality as element (value, ordinal)
  );
end;
$$;

comment on function cogo.resolve_references(jsonb, jsonb) is
  'A template with each {"$ref": path} replaced by what the path leads to in the context; a path that leads nowhere gives null.';

revoke execute on function cogo.resolve_references(jsonb, jsonb) from public;
