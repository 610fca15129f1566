create function api.remove_notification_channel(name text)
returns boolean
language plpgsql
volatile
set search_path = ''
as $$
begin
  return cogo.remove_notification_channel(remove_notification_channel.name);
end;
$$;

comment on function api.remove_notification_channel(text) is
  'Removes a channel; answers whether there was one. For operators. No errors.';

revoke execute on function api.remove_notification_channel(text) from public;
grant execute on function api.remove_notification_channel(text) to service_role;
