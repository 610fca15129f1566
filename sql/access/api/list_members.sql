create function api.list_members(
  tenant_id uuid default null,
  after uuid default null,
  row_limit integer default 100
)
returns setof jsonb
language plpgsql
stable
set search_path = ''
as $$
#variable_conflict use_column
begin
  return query select told from cogo.list_members(list_members.tenant_id, list_members.after, list_members.row_limit) as told;
end;
$$;

comment on function api.list_members(uuid, uuid, integer) is
  'The members of a tenant; give the last one as after for the next page. For operators, and owners of the tenant. Errors: bad_argument (400), not_an_agent (401), owners_only (403), tenant_not_found (404).';

revoke execute on function api.list_members(uuid, uuid, integer) from public;
grant execute on function api.list_members(uuid, uuid, integer) to authenticated, service_role;
