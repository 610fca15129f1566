create function cogo.reference_problem(template jsonb, field text, known text[], of_a_map boolean)
returns text
language plpgsql
immutable
set search_path = ''
as $$
declare
  reference record;
  head text;
begin
  if strpos(template::text, '"$ref"') = 0 then
    return null;
  end if;
  for reference in select * from cogo.template_references(reference_problem.template) order by 2 loop
    head := split_part(reference.path, '.', 1);
    if reference.path is null or reference.holder - '$ref' <> '{}' then
      return format('%s holds a $ref that is not alone in its object or not a text; write {"$ref": "input.path"}', field);
    end if;
    if head in ('item', 'index') and not of_a_map then
      return format('%s refers to %s, which only the input of a map step has', field, head);
    end if;
    if head not in ('input', 'steps', 'item', 'index') or reference.path ~ '(^|\.)(\.|$)' then
      return format('%s has the $ref %L; a path begins with input or steps.NAME, with dots between', field, left(reference.path, 100));
    end if;
    if head = 'steps' and split_part(reference.path, '.', 2) <> all(known) then
      return format(
        '%s refers to step %L, which is not done before it; name it in after, or one that comes after it',
        field, split_part(reference.path, '.', 2)
      );
    end if;
  end loop;
  return null;
end;
$$;

comment on function cogo.reference_problem(jsonb, text, text[], boolean) is
  'What is wrong with the $refs of a template that may use the results of the known steps, and how to mend it; null when nothing is.';

revoke execute on function cogo.reference_problem(jsonb, text, text[], boolean) from public;
