create function cogo.route_tenant(tenant_id uuid)
returns uuid
language plpgsql
stable
security definer
set search_path = ''
as $$
declare
  tenant uuid := cogo.caller_tenant();
begin
  if tenant is not null and route_tenant.tenant_id <> tenant then
    raise sqlstate 'PT403' using
      message = 'Cannot act for this tenant_id: the token belongs to another tenant',
      detail = 'tenant_forbidden', hint = 'Leave tenant_id out, or call as an operator.';
  end if;
  return coalesce(tenant, route_tenant.tenant_id, cogo.default_tenant());
end;
$$;

comment on function cogo.route_tenant(uuid) is
  'The tenant whose policy, keys and money are used: an agent''s own; for an operator the one named, or the default one. Errors: tenant_forbidden (403).';

revoke execute on function cogo.route_tenant(uuid) from public;
