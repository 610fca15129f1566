create function cogo.schema_pattern_by_line(pattern text)
returns text
language plpgsql
immutable
set search_path = ''
as $$
begin
  -- Pieces: an escaped character, a bracket expression, or any single character.
  return (
    select string_agg(
      case piece.found[1] when '.' then '[^\n\r\u2028\u2029]' else piece.found[1] end, '' order by piece.place
    )
    from regexp_matches(schema_pattern_by_line.pattern, '(\\.|\[\^?(?:\\.|[^\]\\])*\]|.)', 'g')
      with ordinality as piece (found, place)
  );
end;
$$;

comment on function cogo.schema_pattern_by_line(text) is
  'A pattern whose bare dots match all but line ends, as in ECMAScript; needed only for values of several lines.';

revoke execute on function cogo.schema_pattern_by_line(text) from public;
