create function api.list_tenant_bytes(tenant_id uuid, after uuid default null, row_limit integer default 2000)
returns jsonb
language plpgsql
stable
set search_path = ''
as $$
#variable_conflict use_column
begin
  return cogo.list_tenant_bytes(list_tenant_bytes.tenant_id, list_tenant_bytes.after, list_tenant_bytes.row_limit);
end;
$$;

comment on function api.list_tenant_bytes(uuid, uuid, integer) is
  'Where the bytes of a tenant''s artifacts are: {bytes: [{location, is_shared}], next}; another tenant has the same bytes where is_shared. For operators. Errors: bad_argument (400).';

revoke execute on function api.list_tenant_bytes(uuid, uuid, integer) from public;
grant execute on function api.list_tenant_bytes(uuid, uuid, integer) to service_role;
