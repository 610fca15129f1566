create function cogo.add_member(user_id uuid, role text, tenant_id uuid)
returns jsonb
language plpgsql
security definer
set search_path = ''
as $$
#variable_conflict use_column
declare
  at timestamptz := cogo.now_();
  tenant cogo.tenants := cogo.own_tenant(add_member.tenant_id);
  before cogo.members;
  after cogo.members;
begin
  if add_member.user_id is null then
    perform cogo.refuse_argument('user_id', 'it must be given');
  elsif (add_member.role in ('owner', 'operator', 'fixer', 'viewer')) is not true then
    perform cogo.refuse_argument('role', 'it must be owner, operator, fixer or viewer');
  end if;
  select member.* into before from cogo.members as member
  where member.tenant_id = tenant.tenant_id and member.user_id = add_member.user_id;
  if before.role = add_member.role then
    return to_jsonb(before);
  elsif before.role = 'owner' then
    perform cogo.keep_an_owner(tenant.tenant_id, add_member.user_id);
  end if;
  insert into cogo.members as member (tenant_id, user_id, role, added_at, changed_at)
  values (tenant.tenant_id, add_member.user_id, add_member.role, at, at)
  on conflict on constraint members_pkey do update set role = excluded.role, changed_at = excluded.changed_at
  returning * into after;
  -- Only what remove_member laid: an owner who calls an agent a person does not bring it back.
  delete from cogo.revocations as refused
  where refused.tenant_id = tenant.tenant_id and refused.subject_id = add_member.user_id and refused.kind = 'member';
  perform cogo.note_access(
    tenant.tenant_id, 'add_member', after.user_id::text, case when before.user_id is not null then to_jsonb(before) end, to_jsonb(after)
  );
  return to_jsonb(after);
end;
$$;

comment on function cogo.add_member(uuid, text, uuid) is
  'A person joins a tenant, or gets another role there.';

revoke execute on function cogo.add_member(uuid, text, uuid) from public;
grant execute on function cogo.add_member(uuid, text, uuid) to authenticated, service_role;
