create function cogo.list_access_audit(tenant_id uuid, before bigint, row_limit integer)
returns setof jsonb
language plpgsql
stable
security definer
set search_path = ''
as $$
#variable_conflict use_column
declare
  admin uuid := cogo.admin_tenant(list_access_audit.tenant_id);
begin
  if (row_limit between 1 and 1000) is not true then
    perform cogo.refuse_argument('row_limit', 'it must be 1 to 1000');
  end if;
  return query
  select to_jsonb(entry) from cogo.access_audit as entry
  where (admin is null or entry.tenant_id = admin) and (list_access_audit.before is null or entry.audit_id < list_access_audit.before)
  order by entry.audit_id desc limit row_limit;
end;
$$;

comment on function cogo.list_access_audit(uuid, bigint, integer) is
  'Acts on access, newest first.';

revoke execute on function cogo.list_access_audit(uuid, bigint, integer) from public;
grant execute on function cogo.list_access_audit(uuid, bigint, integer) to authenticated, service_role;
