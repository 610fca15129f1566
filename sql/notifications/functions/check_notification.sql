create function cogo.check_notification(kind text, dedupe_key text, message jsonb)
returns void
language plpgsql
stable
set search_path = ''
as $$
declare
  problem text := cogo.message_text_problem(message);
  list text;
begin
  if (check_notification.kind ~ '^[a-z][a-z0-9_.-]{0,79}$') is not true then
    perform cogo.refuse_argument('kind', 'it must be 1 to 80 of a-z, 0-9, _, . and -, beginning with a letter');
  end if;
  if (length(check_notification.dedupe_key) between 1 and 200) is not true then
    perform cogo.refuse_argument('dedupe_key', 'it must have 1 to 200 characters');
  end if;
  foreach list in array array['facts', 'links'] loop
    exit when problem is not null;
    continue when jsonb_typeof(coalesce(message -> list, 'null')) = 'null';
    if jsonb_typeof(message -> list) <> 'array' or jsonb_array_length(message -> list) > 50 then
      problem := format('%s must be an array of at most 50', list);
    elsif exists (
      select from jsonb_array_elements(message -> list) as item
      where case list
        when 'facts' then (
          jsonb_typeof(item) = 'object' and jsonb_typeof(item -> 'name') = 'string'
          and jsonb_typeof(item -> 'value') in ('string', 'number', 'boolean') and item - array['name', 'value'] = '{}'
        )
        else (
          jsonb_typeof(item) = 'object' and jsonb_typeof(item -> 'title') = 'string' and item - array['title', 'url'] = '{}'
          and item ->> 'url' ~ '^https?://[^\s<>"|]+$' and length(item ->> 'url') <= 2000
        )
      end is not true
    ) then
      problem := format('%s must be %s', list, case list when 'facts' then '{name, value}' else '{title, url}, the url http(s)' end);
    end if;
  end loop;
  if problem is not null then
    perform cogo.refuse_argument('message', problem);
  end if;
end;
$$;

comment on function cogo.check_notification(text, text, jsonb) is
  'Refuses a notification whose form is wrong. Errors: bad_argument (400).';

revoke execute on function cogo.check_notification(text, text, jsonb) from public;
