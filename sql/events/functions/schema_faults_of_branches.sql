create function cogo.schema_faults_of_branches(root jsonb, schema jsonb, value jsonb, path text, depth integer)
returns text[]
language plpgsql
immutable
set search_path = ''
as $$
declare
  branch jsonb;
  matching integer := 0;
  faults text[];
begin
  if schema ? '$ref' then
    branch := coalesce(cogo.schema_target(root, schema ->> '$ref'), 'false');
    faults := cogo.schema_faults(root, branch, value, path, depth + 1);
  end if;
  for branch in select jsonb_array_elements(schema -> 'allOf') loop
    faults := faults || cogo.schema_faults(root, branch, value, path, depth + 1);
  end loop;

  if schema ? 'anyOf' then
    for branch in select jsonb_array_elements(schema -> 'anyOf') loop
      matching := (cogo.schema_faults(root, branch, value, path, depth + 1) is null)::integer;
      exit when matching = 1;
    end loop;
    if matching = 0 then
      faults := faults || array[[path, 'must have one of the shapes that are allowed here']];
    end if;
  end if;

  if schema ? 'oneOf' then
    matching := 0;
    for branch in select jsonb_array_elements(schema -> 'oneOf') loop
      matching := matching + (cogo.schema_faults(root, branch, value, path, depth + 1) is null)::integer;
    end loop;
    if matching <> 1 then
      faults := faults
        || array[[path, format('must have exactly one of the shapes that are allowed here, has %s', matching)]];
    end if;
  end if;

  if schema ? 'not' and cogo.schema_faults(root, schema -> 'not', value, path, depth + 1) is null then
    faults := faults || array[[path, 'has a shape that is not allowed']];
  end if;
  return faults;
end;
$$;

comment on function cogo.schema_faults_of_branches(jsonb, jsonb, jsonb, text, integer) is
  'Checks $ref, allOf, anyOf, oneOf and not.';

revoke execute on function cogo.schema_faults_of_branches(jsonb, jsonb, jsonb, text, integer) from public;
