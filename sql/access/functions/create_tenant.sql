create function cogo.create_tenant(name text, tenant_id uuid, settings jsonb)
returns jsonb
language plpgsql
security definer
set search_path = ''
as $$
#variable_conflict use_column
declare
  at timestamptz := cogo.now_();
  tenant cogo.tenants;
begin
  if (length(create_tenant.name) between 1 and 200) is not true then
    perform cogo.refuse_argument('name', 'it must have 1 to 200 characters');
  elsif jsonb_typeof(coalesce(create_tenant.settings, '{}')) <> 'object' or length(create_tenant.settings::text) > 65536 then
    perform cogo.refuse_argument('settings', 'it must be an object of at most 65536 characters');
  end if;
  if exists (select from cogo.erased_tenants) and cogo.is_erased_tenant(create_tenant.tenant_id) then
    perform cogo.refuse_access('the tenant was erased', 'Create another tenant: tokens of this one may still be about.');
  end if;
  insert into cogo.tenants (tenant_id, name, settings, created_at, changed_at)
  values (coalesce(create_tenant.tenant_id, gen_random_uuid()), create_tenant.name, coalesce(create_tenant.settings, '{}'), at, at)
  on conflict do nothing
  returning * into tenant;
  if not found then
    select known.* into tenant from cogo.tenants as known where known.tenant_id = create_tenant.tenant_id;
    return to_jsonb(tenant) || '{"created": false}';
  end if;
  perform cogo.note_access(tenant.tenant_id, 'create_tenant', tenant.tenant_id::text, null, to_jsonb(tenant));
  return to_jsonb(tenant) || '{"created": true}';
end;
$$;

comment on function cogo.create_tenant(text, uuid, jsonb) is
  'Creates a tenant; one whose tenant_id is there is answered as it is.';

revoke execute on function cogo.create_tenant(text, uuid, jsonb) from public;
grant execute on function cogo.create_tenant(text, uuid, jsonb) to service_role;
