create function api.pause_schedule(name text, tenant_id uuid default null)
returns jsonb
language plpgsql
volatile
set search_path = ''
as $$
#variable_conflict use_column
begin
  perform cogo.caller_tenant('schedules:write');
  return cogo.pause_schedule(pause_schedule.name, true, pause_schedule.tenant_id);
end;
$$;

comment on function api.pause_schedule(text, uuid) is
  'Lets a schedule rest until resume_schedule. Answers it. Scope: schedules:write. Errors: bad_argument (400), not_an_agent (401), agent_revoked, insufficient_scope (403), schedule_not_found (404).';

revoke execute on function api.pause_schedule(text, uuid) from public;
grant execute on function api.pause_schedule(text, uuid) to authenticated, service_role;
