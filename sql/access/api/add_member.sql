create function api.add_member(
  user_id uuid,
  role text,
  tenant_id uuid default null
)
returns jsonb
language plpgsql
volatile
set search_path = ''
as $$
#variable_conflict use_column
begin
  return cogo.add_member(add_member.user_id, add_member.role, add_member.tenant_id);
end;
$$;

comment on function api.add_member(uuid, text, uuid) is
  'A person joins the tenant as owner, operator, fixer or viewer, or gets that role. For operators, and owners of the tenant. Errors: bad_argument (400), not_an_agent (401), owners_only (403), tenant_not_found (404), access_conflict (409).';

revoke execute on function api.add_member(uuid, text, uuid) from public;
grant execute on function api.add_member(uuid, text, uuid) to authenticated, service_role;
