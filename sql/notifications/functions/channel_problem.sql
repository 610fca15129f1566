create function cogo.channel_problem(kind text, settings jsonb)
returns text
language plpgsql
immutable
set search_path = ''
as $$
declare
  known text[] := case kind
    when 'github_issue' then array['repository', 'labels']
    when 'email' then array['to', 'from']
    when 'webhook' then array['signing_secret_env']
    else '{}'
  end;
begin
  return case
    when jsonb_typeof(settings) is distinct from 'object' then 'it must be an object'
    when settings - known <> '{}' then format('%s takes %s', kind, coalesce(nullif(array_to_string(known, ', '), ''), 'none'))
    when kind = 'github_issue' and (settings ->> 'repository' ~ '^[A-Za-z0-9_.-]{1,100}/[A-Za-z0-9_.-]{1,100}$') is not true
      then 'repository must be owner/name'
    when settings ? 'labels' and not (
      jsonb_typeof(settings -> 'labels') = 'array'
      and not jsonb_path_exists(settings, '$.labels[*] ? (@.type() != "string" || @ like_regex "^.{51}")')
      and jsonb_array_length(settings -> 'labels') <= 10
    ) then 'labels must be at most 10 texts of 50 characters'
    when kind = 'email' and not (
      jsonb_typeof(settings -> 'to') is not distinct from 'array' and jsonb_array_length(settings -> 'to') between 1 and 50
      and not jsonb_path_exists(settings, '$.to[*] ? (@.type() != "string" || !(@ like_regex "^[^\\s@<>,;]{1,64}@[^\\s@<>,;]{1,190}$"))')
    ) then 'to must be 1 to 50 addresses'
    when settings ? 'from' and (settings ->> 'from' ~ '^[^\r\n@]{1,200}@[^\r\n@]{1,190}$') is not true
      then 'from must be an address'
    when settings ? 'signing_secret_env' and (settings ->> 'signing_secret_env' ~ '^NOTIFY_[A-Z0-9_]{1,80}$') is not true
      then 'signing_secret_env must name a variable NOTIFY_…'
  end;
end;
$$;

comment on function cogo.channel_problem(text, jsonb) is 'What is wrong with the settings of a channel, or null. Never repeats what was given.';

revoke execute on function cogo.channel_problem(text, jsonb) from public;
