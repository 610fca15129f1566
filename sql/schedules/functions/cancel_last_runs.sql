create function cogo.cancel_last_runs(schedule_ids bigint[])
returns void
language plpgsql
security definer
set search_path = ''
as $$
#variable_conflict use_column
declare
  open_run record;
begin
  for open_run in
    select last.job_id, last.workflow_id
    from cogo.schedules as schedule
    join cogo.schedule_runs as last
      on last.schedule_id = schedule.id and last.due_at = schedule.last_started_due_at
    where schedule.id = any(cancel_last_runs.schedule_ids)
      and not exists (select from cogo.cancels where cancels.job_id = last.job_id)
    order by last.job_id, last.workflow_id
  loop
    if open_run.job_id is not null then
      perform * from cogo.cancel_jobs(array[open_run.job_id], false, 'the next run of its schedule is due');
    else
      -- A repeat is answered with already_ending.
      execute 'select api.cancel_workflow($1, $2)' using open_run.workflow_id, 'the next run of its schedule is due';
    end if;
  end loop;
end;
$$;

comment on function cogo.cancel_last_runs(bigint[]) is
  'Asks the runs that started last to stop. Only asks: a worker that holds one is told at its next renewal, and its fence stays.';

revoke execute on function cogo.cancel_last_runs(bigint[]) from public;
