create function api.list_key_alerts()
returns jsonb
language plpgsql
stable
set search_path = ''
as $$
begin
  return cogo.list_key_alerts();
end;
$$;

comment on function api.list_key_alerts() is
  'Active keys that have expired, will soon, or are due for rotation. Operators only. No errors.';

revoke execute on function api.list_key_alerts() from public;
grant execute on function api.list_key_alerts() to service_role;
