create function api.resume_schedule(name text, tenant_id uuid default null)
returns jsonb
language plpgsql
volatile
set search_path = ''
as $$
#variable_conflict use_column
begin
  perform cogo.caller_tenant('schedules:write');
  return cogo.pause_schedule(resume_schedule.name, false, resume_schedule.tenant_id);
end;
$$;

comment on function api.resume_schedule(text, uuid) is
  'Lets a schedule run on, from now: what fell due while it was paused is not made up for. Answers it. Scope: schedules:write. Errors: bad_argument (400), not_an_agent (401), agent_revoked, insufficient_scope (403), schedule_not_found (404).';

revoke execute on function api.resume_schedule(text, uuid) from public;
grant execute on function api.resume_schedule(text, uuid) to authenticated, service_role;
