create function api.list_access_audit(
  tenant_id uuid default null,
  before bigint default null,
  row_limit integer default 100
)
returns setof jsonb
language plpgsql
stable
set search_path = ''
as $$
#variable_conflict use_column
begin
  return query select told from cogo.list_access_audit(list_access_audit.tenant_id, list_access_audit.before, list_access_audit.row_limit) as told;
end;
$$;

comment on function api.list_access_audit(uuid, bigint, integer) is
  'Who gave or took which access, newest first; give the last audit_id as before for the next page. For operators, and owners of the tenant. Errors: bad_argument (400), not_an_agent (401), owners_only (403), tenant_not_found (404).';

revoke execute on function api.list_access_audit(uuid, bigint, integer) from public;
grant execute on function api.list_access_audit(uuid, bigint, integer) to authenticated, service_role;
