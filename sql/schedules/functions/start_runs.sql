create function cogo.start_runs(at timestamptz, only_schedule_id bigint)
returns integer
language plpgsql
security definer
set search_path = ''
as $$
#variable_conflict use_column
declare
  schedule_ids bigint[];
  judged record;
  started integer := 0;
begin
  -- A schedule's runs are decided upon by one session at a time.
  schedule_ids := array(
    select schedule.id from cogo.schedules as schedule
    where schedule.id in (
      select run.schedule_id from cogo.schedule_runs as run
      where run.state = 'waiting' and (run.wake_at <= start_runs.at or run.wake_at > start_runs.at + interval '1 minute')
        and (start_runs.only_schedule_id is null or run.schedule_id = start_runs.only_schedule_id)
    )
    order by schedule.id
    for update skip locked
  );
  if cardinality(schedule_ids) = 0 then
    return 0;
  end if;

  for judged in
    select verdict.says, array_agg(verdict.schedule_id order by verdict.due_at, verdict.schedule_id) as schedule_ids,
      array_agg(verdict.due_at order by verdict.due_at, verdict.schedule_id) as due_ats
    from cogo.judge_runs(schedule_ids, start_runs.at) as verdict
    group by verdict.says, verdict.batch
  loop
    if judged.says = 'start' then
      started := started + cogo.fire_runs(judged.schedule_ids, judged.due_ats, start_runs.at);
    elsif judged.says = 'cancel_previous' then
      perform cogo.cancel_last_runs(judged.schedule_ids);
    else
      update cogo.schedule_runs as run
      set state = 'skipped', reason = judged.says, wake_at = null, settled_at = start_runs.at
      from unnest(judged.schedule_ids, judged.due_ats) as out_of (schedule_id, due_at)
      where run.schedule_id = out_of.schedule_id and run.due_at = out_of.due_at;
    end if;
  end loop;
  return started;
end;
$$;

comment on function cogo.start_runs(timestamptz, bigint) is
  'Starts the waiting runs, of all schedules or one, that may start now, and skips those that overlap leaves out. Answers how many started.';

revoke execute on function cogo.start_runs(timestamptz, bigint) from public;
