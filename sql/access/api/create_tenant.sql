create function api.create_tenant(
  name text,
  tenant_id uuid default null,
  settings jsonb default '{}'
)
returns jsonb
language plpgsql
volatile
set search_path = ''
as $$
#variable_conflict use_column
begin
  return cogo.create_tenant(create_tenant.name, create_tenant.tenant_id, create_tenant.settings);
end;
$$;

comment on function api.create_tenant(text, uuid, jsonb) is
  'Creates a tenant; with a tenant_id that is there it answers that one, created false. For operators. Errors: bad_argument (400), access_conflict (409).';

revoke execute on function api.create_tenant(text, uuid, jsonb) from public;
grant execute on function api.create_tenant(text, uuid, jsonb) to service_role;
