create function cogo.keep_an_owner(tenant_id uuid, without uuid)
returns void
language plpgsql
stable
security definer
set search_path = ''
as $$
#variable_conflict use_column
begin
  if not exists (
    select from cogo.members as member
    where member.tenant_id = keep_an_owner.tenant_id and member.role = 'owner' and member.user_id <> keep_an_owner.without
  ) then
    perform cogo.refuse_access('the tenant would have no owner', 'Make somebody else an owner first.');
  end if;
end;
$$;

comment on function cogo.keep_an_owner(uuid, uuid) is
  'Refuses to take the last owner of a tenant away. Its caller holds the lock on the tenant. Errors: access_conflict (409).';

revoke execute on function cogo.keep_an_owner(uuid, uuid) from public;
