create function api.resume_tenant(tenant_id uuid)
returns jsonb
language plpgsql
volatile
set search_path = ''
as $$
#variable_conflict use_column
begin
  return cogo.set_tenant_state(resume_tenant.tenant_id, 'active');
end;
$$;

comment on function api.resume_tenant(uuid) is
  'Ends suspend_tenant. For operators. Errors: tenant_not_found (404), access_conflict (409).';

revoke execute on function api.resume_tenant(uuid) from public;
grant execute on function api.resume_tenant(uuid) to service_role;
