create function cogo.template_references(template jsonb)
returns table (holder jsonb, path text)
language plpgsql
immutable
set search_path = ''
as $$
begin
  return query
  select distinct found.value, case when jsonb_typeof(found.value -> '$ref') = 'string' then found.value ->> '$ref' end
  from jsonb_path_query(template_references.template, 'strict $.** ? (@.type() == "object" && exists (@."$ref"))')
    as found (value);
end;
$$;

comment on function cogo.template_references(jsonb) is 'The objects of a template that hold a $ref, and its path where that is a text.';

revoke execute on function cogo.template_references(jsonb) from public;
