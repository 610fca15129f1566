create function api.list_ingress_limits()
returns jsonb
language plpgsql
stable
set search_path = ''
as $$
#variable_conflict use_column
begin
  return cogo.list_ingress_limits();
end;
$$;

comment on function api.list_ingress_limits() is
  'What ingress lets in: [{scope, tenant_id, max_count, per_seconds}], defaults included. For operators. No errors.';

revoke execute on function api.list_ingress_limits() from public;
grant execute on function api.list_ingress_limits() to service_role;
