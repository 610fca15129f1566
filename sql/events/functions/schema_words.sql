create function cogo.schema_words(wanted jsonb)
returns text
language plpgsql
immutable
set search_path = ''
as $$
begin
  if jsonb_typeof(wanted) = 'array' then
    return (select string_agg(word, ' or ') from jsonb_array_elements_text(wanted) as word);
  end if;
  return wanted #>> '{}';
end;
$$;

comment on function cogo.schema_words(jsonb) is 'The setting of a type keyword as words: string or null.';

revoke execute on function cogo.schema_words(jsonb) from public;
