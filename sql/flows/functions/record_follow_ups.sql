create function cogo.record_follow_ups(job_ids bigint[], flow_ids bigint[])
returns void
language plpgsql
security definer
set search_path = ''
as $$
#variable_conflict use_column
declare
  undone record;
begin
  for undone in
    with ended as materialized (
      select link.*, final.outcome, final.finished_at
      from cogo.step_jobs as link join cogo.attempts as final on final.job_id = link.job_id and final.final
      where link.job_id = any(record_follow_ups.job_ids) and link.workflow_id = any(record_follow_ups.flow_ids) and link.role <> 'action'
    ),
    -- The link to a dead one stays: its redrive takes that place.
    gone as (
      delete from cogo.step_jobs as link using ended where link.job_id = ended.job_id and ended.outcome <> 'failed'
    ),
    followed as (
      update cogo.workflow_steps as begun
      set follow_up = case ended.outcome
        when 'succeeded' then case ended.role when 'confirm' then 'confirmed' else 'compensated' end
        when 'failed' then 'stuck'
        -- It cannot be cancelled away: it is enqueued again.
        else 'owed'
      end
      from ended
      where begun.workflow_id = ended.workflow_id and begun.step = ended.step and begun.item = ended.item
    ),
    told as (
      insert into cogo.saga_log (workflow_id, at, job_id, item, step, move)
      select workflow_id, finished_at, job_id, item, step, role || '_' || outcome from ended
    ),
    stuck as (
      update cogo.workflows as flow set state = 'stuck'
      from (select distinct workflow_id from ended where outcome = 'failed') as dead
      where flow.id = dead.workflow_id
    )
    select ended.finished_at as ts, array_agg(ended.job_id order by ended.job_id) as job_ids
    from ended where ended.outcome = 'succeeded' and ended.role <> 'confirm'
    group by ended.finished_at
  loop
    perform cogo.record_events(array['job_compensated'], undone.job_ids, undone.ts, null, null, null);
  end loop;
end;
$$;

comment on function cogo.record_follow_ups(bigint[], bigint[]) is
  'Writes how compensations and confirms ended. A dead one makes its run stuck until it is redriven.';

revoke execute on function cogo.record_follow_ups(bigint[], bigint[]) from public;
