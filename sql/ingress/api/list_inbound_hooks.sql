create function api.list_inbound_hooks(only_tenant_id uuid default null)
returns jsonb
language plpgsql
stable
set search_path = ''
as $$
#variable_conflict use_column
begin
  return cogo.list_inbound_hooks(list_inbound_hooks.only_tenant_id);
end;
$$;

comment on function api.list_inbound_hooks(uuid) is
  'Inbound hooks, of all tenants or of one; at most 1000. For operators. No errors.';

revoke execute on function api.list_inbound_hooks(uuid) from public;
grant execute on function api.list_inbound_hooks(uuid) to service_role;
