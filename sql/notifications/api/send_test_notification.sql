create function api.send_test_notification(channel text)
returns jsonb
language plpgsql
volatile
set search_path = ''
as $$
begin
  return cogo.send_test_notification(send_test_notification.channel);
end;
$$;

comment on function api.send_test_notification(text) is
  'Sends a test message to one channel, whatever it is subscribed to. Answers {channel, job_id, created}. For operators. Errors: bad_argument (400).';

revoke execute on function api.send_test_notification(text) from public;
grant execute on function api.send_test_notification(text) to service_role;
