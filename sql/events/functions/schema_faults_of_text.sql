create function cogo.schema_faults_of_text(schema jsonb, value text, path text)
returns text[]
language plpgsql
immutable
set search_path = ''
as $$
declare
  -- The C collation makes \d and \w mean ASCII, as they do in ECMAScript.
  words text collate "C" := schema_faults_of_text.value;
  pattern text := schema ->> 'pattern';
  faults text[];
begin
  if schema ? 'minLength' and char_length(words) < (schema -> 'minLength')::integer then
    faults := faults || array[[path, format('must have at least %s characters', schema -> 'minLength')]];
  end if;
  if schema ? 'maxLength' and char_length(words) > (schema -> 'maxLength')::integer then
    faults := faults || array[[path, format('must have at most %s characters', schema -> 'maxLength')]];
  end if;

  if pattern is not null then
    -- In ECMAScript a dot stops at the end of a line.
    if words ~ '[\n\r\u2028\u2029]' then
      pattern := cogo.schema_pattern_by_line(pattern);
    end if;
    if words !~ pattern then
      faults := faults || array[[path, format('must match %s', schema ->> 'pattern')]];
    end if;
  end if;

  if schema ? 'format' and not cogo.schema_format_holds(schema ->> 'format', words) then
    faults := faults || array[[path, format('must be a valid %s', schema ->> 'format')]];
  end if;
  return faults;
end;
$$;

comment on function cogo.schema_faults_of_text(jsonb, text, text) is
  'Checks minLength, maxLength (code points), pattern and format of a string.';

revoke execute on function cogo.schema_faults_of_text(jsonb, text, text) from public;
