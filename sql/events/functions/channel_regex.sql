create function cogo.channel_regex(patterns text[])
returns text
language plpgsql
immutable
set search_path = ''
as $$
begin
  return '^(?:' || replace(replace(replace(
    array_to_string(channel_regex.patterns, '|'), '.', '\.'
  ), '*', '[^.]+'), '>', '.+') || ')$';
end;
$$;

comment on function cogo.channel_regex(text[]) is
  'One regular expression for channels that match any of the patterns: * is one part, a last > the rest.';

revoke execute on function cogo.channel_regex(text[]) from public;
