create function cogo.type_patterns(type text)
returns text[]
language plpgsql
immutable
set search_path = ''
as $$
declare
  patterns text[] := array[type_patterns.type, '*'];
  prefix text := type_patterns.type;
begin
  while strpos(prefix, '.') > 0 loop
    prefix := left(prefix, length(prefix) - strpos(reverse(prefix), '.'));
    patterns := patterns || (prefix || '.*');
  end loop;
  return patterns;
end;
$$;

comment on function cogo.type_patterns(text) is 'The rows of cogo.job_types that may rule a type: itself, its prefixes with .*, and *.';

revoke execute on function cogo.type_patterns(text) from public;
