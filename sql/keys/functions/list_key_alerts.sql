create function cogo.list_key_alerts()
returns jsonb
language plpgsql
stable
security definer
set search_path = ''
as $$
begin
  return (
    select coalesce(jsonb_agg(cogo.key_metadata(key) || jsonb_build_object('alert', warning.alert, 'due_at', warning.due_at)
      order by warning.due_at, key.key_id), '[]')
    from cogo.key_alerts(cogo.now_()) as warning
    join cogo.secure_keys as key on key.key_id = warning.key_id
  );
end;
$$;

comment on function cogo.list_key_alerts() is 'Active keys that have expired, will soon, or are due for rotation.';

revoke execute on function cogo.list_key_alerts() from public;
grant execute on function cogo.list_key_alerts() to service_role;
