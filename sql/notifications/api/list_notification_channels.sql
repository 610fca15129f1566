create function api.list_notification_channels()
returns table (
  name text, kind text, settings jsonb, secret_env text, kinds text[], min_severity text, changed_at timestamptz
)
language plpgsql
stable
set search_path = ''
as $$
#variable_conflict use_column
begin
  return query select * from cogo.list_notification_channels();
end;
$$;

comment on function api.list_notification_channels() is
  'All channels; none holds a secret. For operators. No errors.';

revoke execute on function api.list_notification_channels() from public;
grant execute on function api.list_notification_channels() to service_role;
