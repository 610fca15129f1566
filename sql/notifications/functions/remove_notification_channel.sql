create function cogo.remove_notification_channel(name text)
returns boolean
language plpgsql
security definer
set search_path = ''
as $$
begin
  delete from cogo.notification_channels as known where known.name = remove_notification_channel.name;
  return found;
end;
$$;

comment on function cogo.remove_notification_channel(text) is
  'Removes a channel; answers whether there was one. What still waits for it ends as not sent.';

revoke execute on function cogo.remove_notification_channel(text) from public;
grant execute on function cogo.remove_notification_channel(text) to service_role;
