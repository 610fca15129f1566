create function cogo.send_test_notification(channel text)
returns jsonb
language plpgsql
security definer
set search_path = ''
as $$
declare
  at timestamptz := cogo.now_();
begin
  if send_test_notification.channel is null then
    perform cogo.refuse_argument('channel', 'it is missing');
  end if;
  return cogo.send_notification(
    'test', format('test:%s:%s', send_test_notification.channel, gen_random_uuid()),
    jsonb_build_object(
      'title', 'Test of the channel ' || send_test_notification.channel, 'severity', 'info', 'at', at,
      'text', 'Somebody asked for a test notification. Nothing is wrong.', 'thread', 'test:' || send_test_notification.channel
    ),
    array[send_test_notification.channel]
  ) #> '{jobs,0}';
end;
$$;

comment on function cogo.send_test_notification(text) is
  'Sends a test message to one channel, whatever it is subscribed to. Errors: bad_argument (400).';

revoke execute on function cogo.send_test_notification(text) from public;
grant execute on function cogo.send_test_notification(text) to service_role;
