create function cogo.list_notification_channels()
returns setof cogo.notification_channels
language plpgsql
stable
security definer
set search_path = ''
as $$
begin
  return query select * from cogo.notification_channels as known order by known.name;
end;
$$;

comment on function cogo.list_notification_channels() is 'All channels, by name.';

revoke execute on function cogo.list_notification_channels() from public;
grant execute on function cogo.list_notification_channels() to service_role;
