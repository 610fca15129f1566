create function cogo.forget_schedule_runs(row_limit integer default 10000)
returns integer
language plpgsql
security definer
set search_path = ''
as $$
declare
  at timestamptz := cogo.now_();
  forgotten integer;
begin
  with old as (
    select run.schedule_id, run.due_at from cogo.schedule_runs as run
    where run.settled_at < at - interval '30 days' and run.state <> 'waiting'
      and not exists (
        select from cogo.schedules as schedule
        where schedule.id = run.schedule_id and schedule.last_started_due_at = run.due_at
      )
    limit forget_schedule_runs.row_limit
    for update skip locked
  )
  delete from cogo.schedule_runs as run using old
  where run.schedule_id = old.schedule_id and run.due_at = old.due_at;
  get diagnostics forgotten = row_count;
  return forgotten;
end;
$$;

comment on function cogo.forget_schedule_runs(integer) is
  'Drops runs that were settled 30 days ago, except those that wait and those that overlap looks at. Answers how many.';

revoke execute on function cogo.forget_schedule_runs(integer) from public;
grant execute on function cogo.forget_schedule_runs(integer) to service_role;
