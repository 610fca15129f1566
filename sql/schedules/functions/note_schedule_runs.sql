create function cogo.note_schedule_runs()
returns trigger
language plpgsql
security definer
set search_path = ''
as $$
begin
  if tg_op = 'INSERT' then
    insert into cogo.schedule_notes (at, tenant_id, state, runs, lags_ms)
    select max(run.settled_at), schedule.tenant_id, run.state, sum(run.covers),
      coalesce(array_agg(cogo.milliseconds(least(run.planned_at, run.settled_at), run.settled_at)) filter (where run.state = 'started'), '{}')
    from new_runs as run join cogo.schedules as schedule on schedule.id = run.schedule_id
    where run.state <> 'waiting'
    group by schedule.tenant_id, run.state;
  else
    insert into cogo.schedule_notes (at, tenant_id, state, runs, lags_ms)
    select max(run.settled_at), schedule.tenant_id, run.state, sum(run.covers),
      coalesce(array_agg(cogo.milliseconds(least(run.planned_at, run.settled_at), run.settled_at)) filter (where run.state = 'started'), '{}')
    from new_runs as run
    join old_runs as before on before.schedule_id = run.schedule_id and before.due_at = run.due_at
    join cogo.schedules as schedule on schedule.id = run.schedule_id
    where run.state <> 'waiting' and before.state = 'waiting'
    group by schedule.tenant_id, run.state;
  end if;
  return null;
end;
$$;

comment on function cogo.note_schedule_runs() is 'Trigger of cogo.schedule_runs: notes for metrics what has been settled, and how late it started.';

revoke execute on function cogo.note_schedule_runs() from public;
