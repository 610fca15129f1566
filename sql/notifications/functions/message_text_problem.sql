create function cogo.message_text_problem(message jsonb)
returns text
language plpgsql
stable
set search_path = ''
as $$
begin
  return case
    when jsonb_typeof(message) is distinct from 'object' then 'it must be an object with title and severity'
    when message - array['title', 'severity', 'text', 'facts', 'links', 'at', 'thread', 'recovered_from'] <> '{}'
      then 'it has a field other than title, severity, text, facts, links, at, thread and recovered_from'
    when octet_length(message::text) > 65536 then 'it must have at most 65536 bytes'
    when (jsonb_typeof(message -> 'title') = 'string' and length(message ->> 'title') between 1 and 200) is not true
      then 'title must be a text of 1 to 200 characters'
    when (message ->> 'severity' in ('info', 'warning', 'critical', 'recovered')) is not true
      then 'severity must be info, warning, critical or recovered'
    when (message ->> 'recovered_from' in ('info', 'warning', 'critical')) is false
      then 'recovered_from must be info, warning or critical'
    when jsonb_typeof(message -> 'text') not in ('string', 'null') then 'text must be plain lines'
    when jsonb_typeof(message -> 'thread') not in ('string', 'null') or length(message ->> 'thread') not between 1 and 200
      then 'thread must be a text of 1 to 200 characters'
    when message ->> 'at' is not null and not cogo.is_timestamp(message ->> 'at') then 'at must be a timestamp'
  end;
end;
$$;

comment on function cogo.message_text_problem(jsonb) is 'What is wrong with a message but for its facts and links, or null.';

revoke execute on function cogo.message_text_problem(jsonb) from public;
