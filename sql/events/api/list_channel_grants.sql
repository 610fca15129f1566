create function api.list_channel_grants(tenant_id uuid default null)
returns jsonb
language plpgsql
stable
set search_path = ''
as $$
#variable_conflict use_column
begin
  return cogo.list_channel_grants(list_channel_grants.tenant_id);
end;
$$;

comment on function api.list_channel_grants(uuid) is
  'The grants that hold for a tenant, or all. No errors of its own.';

revoke execute on function api.list_channel_grants(uuid) from public;
grant execute on function api.list_channel_grants(uuid) to service_role;
