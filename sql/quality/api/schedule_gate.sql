create function api.schedule_gate(
  target text default '.',
  iso_week text default null,
  dry boolean default false,
  run_number integer default 1
)
returns jsonb
language sql
security invoker
set search_path = ''
as $$
  select cogo.schedule_gate(schedule_gate.target, schedule_gate.iso_week, schedule_gate.dry, schedule_gate.run_number);
$$;

comment on function api.schedule_gate(text, text, boolean, integer) is
  'Opens the gate_fix run of a target and ISO week (default: now, UTC) and enqueues quality.gate; idempotent. '
  'Errors: bad_argument (400), target_not_allowed (403).';

revoke execute on function api.schedule_gate(text, text, boolean, integer) from public;
grant execute on function api.schedule_gate(text, text, boolean, integer) to authenticated, service_role;
