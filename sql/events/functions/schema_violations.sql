create function cogo.schema_violations(schema jsonb, value jsonb)
returns table (path text, problem text)
language plpgsql
immutable
set search_path = ''
as $$
declare
  faults text[] := cogo.schema_faults(
    schema_violations.schema, schema_violations.schema, schema_violations.value, '', 1
  );
  fault text[];
begin
  if faults is null then
    return;
  end if;
  foreach fault slice 1 in array faults loop
    path := fault[1];
    problem := fault[2];
    return next;
  end loop;
end;
$$;

comment on function cogo.schema_violations(jsonb, jsonb) is
  'What a value breaks of a JSON Schema (subset: docs/specs/MESSAGE_SCHEMA_V1.md): a JSON pointer and a sentence each.';

revoke execute on function cogo.schema_violations(jsonb, jsonb) from public;
