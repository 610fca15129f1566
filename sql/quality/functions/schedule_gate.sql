create function cogo.schedule_gate(target text, iso_week text, dry boolean, run_number integer)
returns jsonb
language plpgsql
security definer
set search_path = ''
as $$
begin
  return cogo.open_quality_run('gate_fix', schedule_gate.target, schedule_gate.iso_week, schedule_gate.dry,
    schedule_gate.run_number);
end;
$$;

comment on function cogo.schedule_gate(text, text, boolean, integer) is
  'Opens the gate_fix run of a target and ISO week and enqueues its quality.gate job; a repeat returns the first.';

revoke execute on function cogo.schedule_gate(text, text, boolean, integer) from public;
grant execute on function cogo.schedule_gate(text, text, boolean, integer) to authenticated, service_role;
