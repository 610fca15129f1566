create function cogo.glob_patterns(globs jsonb)
returns text[]
language plpgsql
immutable
set search_path = ''
as $$
begin
  return array(
    select replace(replace(replace(replace(glob, '\', '\\'), '%', '\%'), '_', '\_'), '*', '%')
    from jsonb_array_elements_text(glob_patterns.globs) as glob
  );
end;
$$;

comment on function cogo.glob_patterns(jsonb) is 'Patterns for like from names in which * stands for anything.';

revoke execute on function cogo.glob_patterns(jsonb) from public;
