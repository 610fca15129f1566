create function api.tenant_traces(tenant_id uuid, ids uuid[] default '{}', after text default null)
returns jsonb
language plpgsql
stable
set search_path = ''
as $$
#variable_conflict use_column
begin
  return cogo.tenant_traces(tenant_traces.tenant_id, tenant_traces.ids, tenant_traces.after);
end;
$$;

comment on function api.tenant_traces(uuid, uuid[], text) is
  'Where a tenant, or one of ids, is still named: {traces: [{table, column, count}], next}. Reads every row of every table; give next as after until it is null. For operators. Errors: bad_argument (400).';

revoke execute on function api.tenant_traces(uuid, uuid[], text) from public;
grant execute on function api.tenant_traces(uuid, uuid[], text) to service_role;
