create function cogo.schema_target(root jsonb, reference text)
returns jsonb
language plpgsql
immutable
set search_path = ''
as $$
begin
  if reference = '#' then
    return root;
  elsif left(reference, 2) <> '#/' then
    return null;
  elsif reference ~ '[~%]' then
    return root #> array(
      select replace(replace(replace(step, '%25', '%'), '~1', '/'), '~0', '~')
      from unnest(string_to_array(substr(reference, 3), '/')) as step
    );
  end if;
  return root #> string_to_array(substr(reference, 3), '/');
end;
$$;

comment on function cogo.schema_target(jsonb, text) is
  'The node that a local $ref (# or #/a/b) points to in a schema, or null.';

revoke execute on function cogo.schema_target(jsonb, text) from public;
