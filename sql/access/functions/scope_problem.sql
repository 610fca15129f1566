create function cogo.scope_problem(scopes text[])
returns text
language plpgsql
stable
security definer
set search_path = ''
as $$
declare
  given text;
  known record;
  suffix text;
begin
  if scopes is null or array_position(scopes, null) is not null or coalesce(array_ndims(scopes), 1) <> 1 or cardinality(scopes) > 64 then
    return 'it must be a list of at most 64 scopes';
  end if;
  foreach given in array scopes loop
    select scope.name, scope.suffix into known from cogo.scopes as scope
    where scope.name = concat(split_part(given, ':', 1), ':', split_part(given, ':', 2));
    suffix := substr(given, length(known.name) + 2);
    if known.name is null or (given <> known.name and (known.suffix is null or suffix = '')) then
      return format('there is no scope %s', left(given, 100));
    elsif known.suffix = 'type_prefix' and given <> known.name and suffix !~ '^[a-z][a-z0-9_.-]{0,99}$' then
      return format('%s is no prefix of a job''s type', left(suffix, 100));
    elsif known.suffix = 'channel' and given <> known.name and cogo.channel_pattern_problem(suffix) is not null then
      return cogo.channel_pattern_problem(suffix);
    end if;
  end loop;
  return null;
end;
$$;

comment on function cogo.scope_problem(text[]) is
  'What is wrong with a list of scopes, or null.';

revoke execute on function cogo.scope_problem(text[]) from public;
