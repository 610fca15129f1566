create function cogo.notify(kind text, dedupe_key text, message jsonb, channels text[] default null)
returns bigint[]
language plpgsql
security definer
set search_path = ''
as $$
#variable_conflict use_column
begin
  return array(
    select filed.job_id
    from cogo.file_notification(notify.kind, notify.dedupe_key, notify.message, notify.channels) as filed
  );
end;
$$;

comment on function cogo.notify(text, text, jsonb, text[]) is
  'Tells operators: one notify.send job per channel; channels null = those subscribed to the kind. message = {title, severity: info | warning | critical | recovered, text, facts [{name, value}], links [{title, url}], at, thread, recovered_from}. Messages of one thread (dedupe_key unless given) share an issue, which a recovery closes. A dedupe_key is told once within 30 days. No channel = no job. For operators and the clock. Errors: bad_argument (400).';

revoke execute on function cogo.notify(text, text, jsonb, text[]) from public;
grant execute on function cogo.notify(text, text, jsonb, text[]) to service_role;
