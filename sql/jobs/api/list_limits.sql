create function api.list_limits()
returns table (
  scope text, name text, tenant_id uuid, max_running integer, rate_count integer, rate_seconds integer, paused boolean, reason text,
  changed_at timestamptz
)
language plpgsql
stable
set search_path = ''
as $$
#variable_conflict use_column
begin
  return query
  select known.scope, known.name, known.tenant_id, known.max_running, known.rate_count, known.rate_seconds, known.paused,
    known.reason, known.changed_at
  from cogo.list_limits() as known;
end;
$$;

comment on function api.list_limits() is
  'All limits and pauses of types, keys and tenants. For operators. No errors.';

revoke execute on function api.list_limits() from public;
grant execute on function api.list_limits() to service_role;
