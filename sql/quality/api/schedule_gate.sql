create function api.schedule_gate(
  target text default '.',
  iso_week text default null,
  dry boolean default false,
  run_number integer default 1
)
returns jsonb
language plpgsql
set search_path = ''
as $$
begin
  perform cogo.caller_tenant('quality:write');
  return cogo.schedule_gate(schedule_gate.target, schedule_gate.iso_week, schedule_gate.dry, schedule_gate.run_number);
end;
$$;

comment on function api.schedule_gate(text, text, boolean, integer) is
  'Opens the gate_fix run of a target and ISO week (default: now, UTC) and enqueues quality.gate; idempotent. Scope: quality:write. Errors: bad_argument (400), not_an_agent (401), agent_revoked, insufficient_scope, target_not_allowed (403).';

revoke execute on function api.schedule_gate(text, text, boolean, integer) from public;
grant execute on function api.schedule_gate(text, text, boolean, integer) to authenticated, service_role;
