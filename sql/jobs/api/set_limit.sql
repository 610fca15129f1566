create function api.set_limit(
  scope text,
  name text default null,
  tenant_id uuid default null,
  max_running integer default null,
  rate_count integer default null,
  rate_seconds integer default null,
  reason text default null
)
returns jsonb
language plpgsql
volatile
set search_path = ''
as $$
#variable_conflict use_column
begin
  return to_jsonb(cogo.set_limit(
    set_limit.scope, set_limit.name, set_limit.tenant_id, set_limit.max_running, set_limit.rate_count, set_limit.rate_seconds,
    set_limit.reason
  ));
end;
$$;

comment on function api.set_limit(text, text, uuid, integer, integer, integer, text) is
  'Limits how many jobs of a key, type (name, prefix.* or *) or tenant (null = each) run at a time, and how many start in rate_seconds. For operators. Errors: bad_argument (400).';

revoke execute on function api.set_limit(text, text, uuid, integer, integer, integer, text) from public;
grant execute on function api.set_limit(text, text, uuid, integer, integer, integer, text) to service_role;
