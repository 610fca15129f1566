create function api.suspend_tenant(tenant_id uuid)
returns jsonb
language plpgsql
volatile
set search_path = ''
as $$
#variable_conflict use_column
begin
  return cogo.set_tenant_state(suspend_tenant.tenant_id, 'suspended');
end;
$$;

comment on function api.suspend_tenant(uuid) is
  'From the next call on everything with a token of this tenant is refused. For operators. Errors: tenant_not_found (404), access_conflict (409).';

revoke execute on function api.suspend_tenant(uuid) from public;
grant execute on function api.suspend_tenant(uuid) to service_role;
