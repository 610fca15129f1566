create function api.remove_schedule(name text, tenant_id uuid default null)
returns boolean
language plpgsql
volatile
set search_path = ''
as $$
#variable_conflict use_column
begin
  perform cogo.caller_tenant('schedules:write');
  return cogo.remove_schedule(remove_schedule.name, remove_schedule.tenant_id);
end;
$$;

comment on function api.remove_schedule(text, uuid) is
  'Removes a schedule and its history; what it started stays. Answers whether there was one. Scope: schedules:write. Errors: bad_argument (400), not_an_agent (401), agent_revoked, insufficient_scope (403).';

revoke execute on function api.remove_schedule(text, uuid) from public;
grant execute on function api.remove_schedule(text, uuid) to authenticated, service_role;
