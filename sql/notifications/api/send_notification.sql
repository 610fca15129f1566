create function api.send_notification(kind text, dedupe_key text, message jsonb, channels text[] default null)
returns jsonb
language plpgsql
volatile
set search_path = ''
as $$
begin
  return cogo.send_notification(
    send_notification.kind, send_notification.dedupe_key, send_notification.message, send_notification.channels
  );
end;
$$;

comment on function api.send_notification(text, text, jsonb, text[]) is
  'Tells operators {title, severity, text, facts, links, at, thread, recovered_from} through the channels named, or those subscribed to the kind; once per dedupe_key within 30 days. Answers {jobs: [{channel, job_id, created}]}. For operators. Errors: bad_argument (400).';

revoke execute on function api.send_notification(text, text, jsonb, text[]) from public;
grant execute on function api.send_notification(text, text, jsonb, text[]) to service_role;
