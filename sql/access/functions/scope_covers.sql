create function cogo.scope_covers(granted text, asked text)
returns boolean
language plpgsql
stable
security definer
set search_path = ''
as $$
declare
  base text := concat(split_part(granted, ':', 1), ':', split_part(granted, ':', 2));
begin
  if asked = granted or starts_with(asked, granted || ':') then
    return true;
  elsif granted = base or not starts_with(asked, base || ':') then
    return false;
  elsif base = 'jobs:work' then
    return starts_with(asked, granted);
  end if;
  return cogo.channel_pattern_covers(substr(granted, length(base) + 2), substr(asked, length(base) + 2));
end;
$$;

comment on function cogo.scope_covers(text, text) is
  'Whether a scope allows all that another does: the same one, one that it narrows, a longer prefix or a channel within.';

revoke execute on function cogo.scope_covers(text, text) from public;
