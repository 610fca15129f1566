create function cogo.schema_path(path text, name text)
returns text
language plpgsql
immutable
set search_path = ''
as $$
begin
  if strpos(name, '/') > 0 or strpos(name, '~') > 0 then
    return path || '/' || replace(replace(name, '~', '~0'), '/', '~1');
  end if;
  return path || '/' || name;
end;
$$;

comment on function cogo.schema_path(text, text) is 'A JSON pointer, one property further.';

revoke execute on function cogo.schema_path(text, text) from public;
