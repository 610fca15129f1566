create function api.set_rate_limit(
  scope text, unit text, max_count bigint, per_seconds integer default 60, tenant_id uuid default null, agent_id uuid default null,
  key_id uuid default null
)
returns jsonb
language plpgsql
volatile
set search_path = ''
as $$
begin
  return cogo.set_rate_limit(
    set_rate_limit.scope, set_rate_limit.unit, set_rate_limit.max_count, set_rate_limit.per_seconds, set_rate_limit.tenant_id,
    set_rate_limit.agent_id, set_rate_limit.key_id
  );
end;
$$;

comment on function api.set_rate_limit(text, text, bigint, integer, uuid, uuid, uuid) is
  'Limits requests or tokens of a tenant, agent or provider key (null: of each without a row of its own) to max_count per_seconds, evenly refilled. For operators. Errors: bad_argument (400).';

revoke execute on function api.set_rate_limit(text, text, bigint, integer, uuid, uuid, uuid) from public;
grant execute on function api.set_rate_limit(text, text, bigint, integer, uuid, uuid, uuid) to service_role;
