create function api.remove_member(user_id uuid, tenant_id uuid default null)
returns boolean
language plpgsql
volatile
set search_path = ''
as $$
#variable_conflict use_column
begin
  return cogo.remove_member(remove_member.user_id, remove_member.tenant_id);
end;
$$;

comment on function api.remove_member(uuid, uuid) is
  'A person leaves the tenant, from the next call on; false when it was no member. For operators, and owners of the tenant. Errors: not_an_agent (401), owners_only (403), tenant_not_found (404), access_conflict (409).';

revoke execute on function api.remove_member(uuid, uuid) from public;
grant execute on function api.remove_member(uuid, uuid) to authenticated, service_role;
