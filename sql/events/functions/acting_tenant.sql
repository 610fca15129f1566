create function cogo.acting_tenant(tenant_id uuid)
returns uuid
language plpgsql
stable
security definer
set search_path = ''
as $$
declare
  tenant uuid := cogo.caller_tenant();
begin
  if tenant is not null and acting_tenant.tenant_id <> tenant then
    perform cogo.refuse_argument('tenant_id', 'it comes from the token and may not be given');
  end if;
  return coalesce(tenant, acting_tenant.tenant_id);
end;
$$;

comment on function cogo.acting_tenant(uuid) is
  'The tenant a call is about: an agent''s own; for an operator the one named, or null. Errors: bad_argument (400).';

revoke execute on function cogo.acting_tenant(uuid) from public;
