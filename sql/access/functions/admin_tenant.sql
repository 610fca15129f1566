create function cogo.admin_tenant(tenant_id uuid)
returns uuid
language plpgsql
stable
security definer
set search_path = ''
as $$
declare
  caller uuid := cogo.caller_tenant();
begin
  if caller is null then
    return admin_tenant.tenant_id;
  elsif not exists (
    select from cogo.members as member
    where member.tenant_id = caller and member.user_id::text = lower(cogo.claim('sub')) and member.role = 'owner'
  ) or cogo.claim('agent_id') is not null or exists (
    select from cogo.revocations as refused where refused.tenant_id = caller and refused.subject_id::text in (caller::text, lower(cogo.claim('sub')))
  ) then
    raise sqlstate 'PT403' using
      message = 'Cannot administer access: the caller is no owner of the tenant', detail = 'owners_only',
      hint = 'Ask an owner of the tenant, or an operator.';
  elsif admin_tenant.tenant_id <> caller then
    perform cogo.raise_access_not_found('tenant_not_found', 'the tenant', admin_tenant.tenant_id::text);
  end if;
  return caller;
end;
$$;

comment on function cogo.admin_tenant(uuid) is
  'The tenant whose access the caller may administer: an owner''s own, for an operator the one named (null = any). Errors: not_an_agent (401), owners_only (403), tenant_not_found (404).';

revoke execute on function cogo.admin_tenant(uuid) from public;
