create function api.export_tenant(tenant_id uuid, part text, after jsonb default null, row_limit integer default 2000)
returns jsonb
language plpgsql
volatile
set search_path = ''
as $$
#variable_conflict use_column
begin
  return cogo.export_tenant(export_tenant.tenant_id, export_tenant.part, export_tenant.after, export_tenant.row_limit);
end;
$$;

comment on function api.export_tenant(uuid, text, jsonb, integer) is
  'A page of a part of a tenant, without secrets: {rows, next}; give next as after until it is null, also when rows is empty. For operators. Errors: bad_argument (400).';

revoke execute on function api.export_tenant(uuid, text, jsonb, integer) from public;
grant execute on function api.export_tenant(uuid, text, jsonb, integer) to service_role;
