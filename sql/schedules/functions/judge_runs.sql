create function cogo.judge_runs(schedule_ids bigint[], at timestamptz)
returns table (schedule_id bigint, due_at timestamptz, says text, batch bigint)
language plpgsql
security definer
set search_path = ''
as $$
#variable_conflict use_column
begin
  return query
  with busy as materialized (
    select schedule.id, schedule.overlap, schedule.paused,
      schedule.overlap <> 'allow' and cogo.run_is_open(last.job_id, last.workflow_id) as is_busy
    from cogo.schedules as schedule
    left join cogo.schedule_runs as last
      on last.schedule_id = schedule.id and last.due_at = schedule.last_started_due_at
    where schedule.id = any(judge_runs.schedule_ids)
  ),
  waiting as (
    select run.schedule_id, run.due_at, busy.overlap, busy.is_busy,
      row_number() over (partition by run.schedule_id order by run.due_at) as nth,
      row_number() over (partition by run.schedule_id order by run.due_at desc) as nth_last
    from busy
    join cogo.schedule_runs as run on run.schedule_id = busy.id and run.state = 'waiting'
    where (not busy.paused or run.by_hand)
      and (busy.overlap <> 'allow' or run.wake_at <= judge_runs.at or run.wake_at > judge_runs.at + interval '1 minute')
  ),
  verdict as (
    select waiting.schedule_id, waiting.due_at,
      case waiting.overlap
        when 'allow' then 'start'
        when 'skip' then case when waiting.nth = 1 and not waiting.is_busy then 'start' else 'overlap' end
        when 'buffer_one' then case
          when waiting.nth = 1 and not waiting.is_busy then 'start'
          when waiting.nth > case when waiting.is_busy then 1 else 2 end then 'overlap'
        end
        else case
          when waiting.nth_last > 1 then 'replaced'
          when waiting.is_busy then 'cancel_previous'
          else 'start'
        end
      end as says
    from waiting
  )
  select verdict.schedule_id, verdict.due_at, verdict.says,
    row_number() over (partition by verdict.says order by verdict.due_at, verdict.schedule_id) / 1000
  from verdict
  where verdict.says is not null;
end;
$$;

comment on function cogo.judge_runs(bigint[], timestamptz) is
  'What overlap says of the waiting runs of schedules: start, overlap or replaced (skip it), cancel_previous (ask the one before to stop); none = wait on. In batches of 1000.';

revoke execute on function cogo.judge_runs(bigint[], timestamptz) from public;
