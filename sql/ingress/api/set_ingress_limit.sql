create function api.set_ingress_limit(scope text, max_count integer default null, per_seconds integer default 60, tenant_id uuid default null)
returns jsonb
language plpgsql
volatile
set search_path = ''
as $$
#variable_conflict use_column
begin
  return cogo.set_ingress_limit(
    set_ingress_limit.scope, set_ingress_limit.max_count, set_ingress_limit.per_seconds, set_ingress_limit.tenant_id
  );
end;
$$;

comment on function api.set_ingress_limit(text, integer, integer, uuid) is
  'What ingress lets in: max_count per_seconds of each key, tenant or address, or (queue) as many ready jobs of an executor; null removes the row. For operators. Errors: bad_argument (400).';

revoke execute on function api.set_ingress_limit(text, integer, integer, uuid) from public;
grant execute on function api.set_ingress_limit(text, integer, integer, uuid) to service_role;
