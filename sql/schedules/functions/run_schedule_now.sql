create function cogo.run_schedule_now(name text, idempotency_key text, tenant_id uuid)
returns jsonb
language plpgsql
security definer
set search_path = ''
as $$
#variable_conflict use_column
declare
  schedule cogo.schedules;
  at timestamptz := cogo.now_();
  due timestamptz;
  run cogo.schedule_runs;
  is_new boolean := false;
begin
  if length(run_schedule_now.idempotency_key) not between 1 and 200 then
    perform cogo.refuse_argument('idempotency_key', 'it must have 1 to 200 characters');
  end if;
  schedule := cogo.lock_schedule(run_schedule_now.name, run_schedule_now.tenant_id);
  select known.due_at into due from cogo.schedule_runs as known
  where known.schedule_id = schedule.id and known.idempotency_key = run_schedule_now.idempotency_key;

  if due is null then
    due := at;
    while exists (select from cogo.schedule_runs as taken where taken.schedule_id = schedule.id and taken.due_at = due) loop
      due := due + interval '1 microsecond';
    end loop;
    insert into cogo.schedule_runs (schedule_id, due_at, planned_at, settled_at, wake_at, by_hand, state, idempotency_key)
    values (schedule.id, due, due, at, at, true, 'waiting', run_schedule_now.idempotency_key);
    is_new := true;
    perform cogo.start_runs(at, schedule.id);
  end if;
  select * into run from cogo.schedule_runs as known where known.schedule_id = schedule.id and known.due_at = due;
  return jsonb_build_object(
    'schedule_id', schedule.id, 'due_at', run.due_at, 'state', run.state, 'reason', run.reason, 'job_id', run.job_id,
    'workflow_id', run.workflow_id, 'error', run.error, 'created', is_new
  );
end;
$$;

comment on function cogo.run_schedule_now(text, text, uuid) is
  'Runs a schedule now, paused or not, as its overlap policy allows. A repeated idempotency_key is answered with the first run.';

revoke execute on function cogo.run_schedule_now(text, text, uuid) from public;
grant execute on function cogo.run_schedule_now(text, text, uuid) to authenticated, service_role;
