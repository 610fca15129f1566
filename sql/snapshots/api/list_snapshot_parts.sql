create function api.list_snapshot_parts()
returns jsonb
language plpgsql
stable
set search_path = ''
as $$
begin
  return cogo.list_snapshot_parts();
end;
$$;

comment on function api.list_snapshot_parts() is
  'What a snapshot is made of: {documents, tables}, in the order in which tables come back. For operators. No errors.';

revoke execute on function api.list_snapshot_parts() from public;
grant execute on function api.list_snapshot_parts() to service_role;
