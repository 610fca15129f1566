create function cogo.after_problem(needed jsonb)
returns text
language plpgsql
immutable
set search_path = ''
as $$
begin
  if jsonb_typeof(needed) <> 'array' then
    return 'after must be an array of job ids';
  end if;
  if jsonb_array_length(needed) > 1000 then
    return 'after names more than 1000 jobs';
  end if;
  if exists (
    select from jsonb_array_elements(needed) as item
    where jsonb_typeof(item) <> 'number' or item #>> '{}' !~ '^\d{1,18}$'
  ) then
    return 'after must hold whole job ids';
  end if;
  return null;
end;
$$;

comment on function cogo.after_problem(jsonb) is 'What is wrong with a list of needed jobs, or null.';

revoke execute on function cogo.after_problem(jsonb) from public;
