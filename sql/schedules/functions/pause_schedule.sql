create function cogo.pause_schedule(name text, paused boolean, tenant_id uuid)
returns jsonb
language plpgsql
security definer
set search_path = ''
as $$
#variable_conflict use_column
declare
  schedule cogo.schedules := cogo.lock_schedule(pause_schedule.name, pause_schedule.tenant_id);
begin
  update cogo.schedules as known
  set paused = pause_schedule.paused, next_due_at = null, next_run_at = null
  where known.id = schedule.id
  returning * into schedule;
  return cogo.schedule_document(cogo.plan_next(schedule, cogo.now_()));
end;
$$;

comment on function cogo.pause_schedule(text, boolean, uuid) is
  'Pauses a schedule, or lets it run on from now: what fell due in between is not made up for.';

revoke execute on function cogo.pause_schedule(text, boolean, uuid) from public;
grant execute on function cogo.pause_schedule(text, boolean, uuid) to authenticated, service_role;
