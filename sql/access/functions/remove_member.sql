create function cogo.remove_member(user_id uuid, tenant_id uuid)
returns boolean
language plpgsql
security definer
set search_path = ''
as $$
#variable_conflict use_column
declare
  tenant cogo.tenants := cogo.own_tenant(remove_member.tenant_id);
  before cogo.members;
begin
  select member.* into before from cogo.members as member
  where member.tenant_id = tenant.tenant_id and member.user_id = remove_member.user_id;
  if not found then
    return false;
  elsif before.role = 'owner' then
    perform cogo.keep_an_owner(tenant.tenant_id, before.user_id);
  end if;
  delete from cogo.members as member where member.tenant_id = tenant.tenant_id and member.user_id = before.user_id;
  insert into cogo.revocations (tenant_id, subject_id, kind, revoked_at)
  values (tenant.tenant_id, before.user_id, 'member', cogo.now_())
  on conflict do nothing;
  perform cogo.note_access(tenant.tenant_id, 'remove_member', before.user_id::text, to_jsonb(before), null);
  return true;
end;
$$;

comment on function cogo.remove_member(uuid, uuid) is
  'A person leaves a tenant; its tokens for it are refused from the next call on. False when it was no member.';

revoke execute on function cogo.remove_member(uuid, uuid) from public;
grant execute on function cogo.remove_member(uuid, uuid) to authenticated, service_role;
