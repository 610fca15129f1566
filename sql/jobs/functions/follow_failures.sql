create function cogo.follow_failures(ended jsonb, at timestamptz, retry_event text)
returns void
language plpgsql
security definer
set search_path = ''
as $$
declare
  step record;
  back record;
begin
  for step in
    with item as (
      select * from jsonb_to_recordset(follow_failures.ended)
        as given (job_id bigint, fence bigint, outcome text, was_running boolean, worker text)
    )
    select * from (
      select 1 as place, 'job_started' as event, array_agg(job_id) as job_ids, min(fence) as fence, min(worker) as worker
      from item
      where not was_running and outcome in ('retried', 'failed') and follow_failures.retry_event = 'retried'
      union all
      select 2, case item.outcome
        when 'retried' then 'job_' || follow_failures.retry_event else 'job_' || item.outcome
      end, array_agg(job_id), min(fence), min(worker)
      from item group by item.outcome
      union all
      select 3, 'job_dead_lettered', array_agg(job_id), min(fence), min(worker) from item where outcome = 'failed'
    ) as steps
    where job_ids is not null
    order by place
  loop
    perform cogo.record_events(array[step.event], step.job_ids, follow_failures.at, null, step.fence, step.worker);
    if step.event in ('job_failed', 'job_cancelled') then
      perform cogo.after_close(step.job_ids, follow_failures.at);
    end if;
  end loop;

  perform cogo.bury(follow_failures.ended, follow_failures.at);

  select array_agg(job_id) as job_ids, array_agg(next_attempt) as attempts, array_agg(retry_at) as run_ats into back
  from jsonb_to_recordset(follow_failures.ended)
    as given (job_id bigint, outcome text, next_attempt smallint, retry_at timestamptz)
  where outcome in ('retried', 'released');
  if back.job_ids is not null then
    perform cogo.put_back(back.job_ids, back.attempts, back.run_ats, follow_failures.at);
  end if;
end;
$$;

comment on function cogo.follow_failures(jsonb, timestamptz, text) is
  'The consequences of ended holds: their events in order, dead letters, and the way back to the queue.';

revoke execute on function cogo.follow_failures(jsonb, timestamptz, text) from public;
