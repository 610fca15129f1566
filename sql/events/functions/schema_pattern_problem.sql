create function cogo.schema_pattern_problem(pattern text)
returns text
language plpgsql
immutable
set search_path = ''
as $$
declare
  -- What is left once pairs of backslashes are gone shows each escape as it is read.
  escapes text := replace(schema_pattern_problem.pattern, '\\', '');
begin
  if char_length(pattern) > 1000 then
    return 'is longer than 1000 characters';
  elsif escapes ~ '\\[0-9ABGKMPQRUVXYZabceghijklmopqxyz]' then
    return 'uses an escape that Postgres and ECMAScript read differently (\b, \x, \p, back references, ...)';
  elsif pattern ~ '^\*\*\*' or pattern ~ '\(\?[a-z]' then
    return 'uses options inside the pattern, which only Postgres knows';
  elsif pattern ~ '\[[^\]]*\[[:.=]' or escapes ~ '(^|[^\\])\[\^?\]' then
    return 'uses a bracket expression that Postgres and ECMAScript read differently';
  end if;
  perform '' ~ pattern;
  return null;
exception
  when invalid_regular_expression then
    return format('is not a pattern that Postgres can match: %s', sqlerrm);
end;
$$;

comment on function cogo.schema_pattern_problem(text) is
  'Why a pattern is refused: broken, or not the same in Postgres and ECMAScript; null when it can be used.';

revoke execute on function cogo.schema_pattern_problem(text) from public;
