create function cogo.is_erased_tenant(tenant_id uuid)
returns boolean
language plpgsql
stable
security definer
set search_path = ''
as $$
begin
  return exists (
    select from cogo.erased_tenants as gone where gone.tenant_hash = cogo.short_hash('erased:' || is_erased_tenant.tenant_id)
  );
end;
$$;

comment on function cogo.is_erased_tenant(uuid) is
  'Whether the tenant was erased, as long as its tokens may live. Ask cogo.erased_tenants first whether there is any: this hashes.';

revoke execute on function cogo.is_erased_tenant(uuid) from public;
