create function cogo.send_notification(kind text, dedupe_key text, message jsonb, channels text[])
returns jsonb
language plpgsql
security definer
set search_path = ''
as $$
begin
  return jsonb_build_object('jobs', coalesce((
    select jsonb_agg(to_jsonb(filed) order by filed.channel)
    from cogo.file_notification(
      send_notification.kind, send_notification.dedupe_key, send_notification.message, send_notification.channels
    ) as filed
  ), '[]'));
end;
$$;

comment on function cogo.send_notification(text, text, jsonb, text[]) is
  'As cogo.notify, and tells per channel which job it is and whether it is new.';

revoke execute on function cogo.send_notification(text, text, jsonb, text[]) from public;
grant execute on function cogo.send_notification(text, text, jsonb, text[]) to service_role;
