create function cogo.verify_sagas()
returns table (invariant text, problem text, sample jsonb)
language plpgsql
stable
security definer
set search_path = ''
as $$
#variable_conflict use_column
begin
  return query
  select 'a compensated saga has undone all that it did', format('%s steps are not undone', count(*)), jsonb_agg(jsonb_build_array(done.workflow_id, done.step, done.item))
  from cogo.workflow_steps as done
  join cogo.workflows as flow on flow.id = done.workflow_id
  join cogo.definition_steps as plan on plan.definition_id = flow.definition_id and plan.step = done.step
  where flow.state = 'compensated' and done.follow_up is distinct from 'compensated' and (
    done.follow_up is not null
    or plan.undo_type is not null and (plan.kind <> 'map' or done.item >= 0) and (
      done.state = 'succeeded'
      or done.attempts > 0 and plan.kind <> 'workflow' and done.error ->> 'class' is distinct from 'validation'
    )
  )
  having count(*) > 0
  union all
  select 'a follow-up that is told done has succeeded', format('%s have not', count(*)), jsonb_agg(done.follow_job_id)
  from cogo.workflow_steps as done
  join cogo.jobs as job on job.id = done.follow_job_id
  where done.follow_up in ('compensated', 'confirmed') and not exists (
    select from cogo.attempts as final where final.job_id = job.id and final.outcome = 'succeeded'
  ) and not exists (
    select from cogo.saga_log as log where log.workflow_id = done.workflow_id and log.job_id = job.id and log.move = 'accepted'
  )
  having count(*) > 0
  union all
  select 'the saga log tells only allowed moves, in order', format('%s are not', count(*)), jsonb_agg(told.id)
  from (
    select log.id, log.move, coalesce(lag(log.move) over moves, 'nothing') as before
    from cogo.saga_log as log
    window moves as (partition by log.workflow_id, log.step, log.item order by log.id)
  ) as told
  where not (told.before = any(cogo.saga_moves_before(told.move)))
  having count(*) > 0
  union all
  select 'the saga log tells what its steps did', format('%s steps differ', count(*)), jsonb_agg(jsonb_build_array(done.workflow_id, done.step, done.item))
  from cogo.workflow_steps as done
  join cogo.workflows as flow on flow.id = done.workflow_id
  join cogo.workflow_definitions as definition on definition.id = flow.definition_id and definition.saga
  join cogo.definition_steps as plan on plan.definition_id = flow.definition_id and plan.step = done.step
  where (plan.kind in ('job', 'tcc', 'workflow') or done.item >= 0) and (
    done.state <> 'running' and not exists (
      select from cogo.saga_log as log
      where log.workflow_id = flow.id and log.step = done.step and log.item = done.item and log.move = 'action_' || done.state
    )
    or done.follow_up in ('compensated', 'confirmed') and not exists (
      select from cogo.saga_log as log
      where log.workflow_id = flow.id and log.step = done.step and log.item = done.item and log.job_id = done.follow_job_id
        and log.move ~ '^((compensation|cancel|confirm)_succeeded|accepted)$'
    )
  )
  having count(*) > 0
  union all
  select 'a closed saga''s log ends with its state', format('%s do not', count(*)), jsonb_agg(flow.id)
  from cogo.workflows as flow
  join cogo.workflow_definitions as definition on definition.id = flow.definition_id and definition.saga
  where flow.finished_at is not null and flow.state is distinct from (
    select log.move from cogo.saga_log as log where log.workflow_id = flow.id order by log.id desc limit 1
  )
  having count(*) > 0
  union all
  select 'each compensation that succeeded is told once', format('%s are not', count(*)), jsonb_agg(coalesce(done.job_id, told.job_id))
  from (
    select undone.follow_job_id as job_id from cogo.workflow_steps as undone
    join cogo.jobs as job on job.id = undone.follow_job_id
    where undone.follow_up = 'compensated'
      and exists (select from cogo.attempts as final where final.job_id = job.id and final.outcome = 'succeeded')
  ) as done
  full join (
    select named.job_id, count(*) as times from cogo.events as event, unnest(event.job_ids) as named (job_id)
    join cogo.jobs as job on job.id = named.job_id
    where event.type = 'job_compensated' group by named.job_id
  ) as told on told.job_id = done.job_id
  where done.job_id is null or told.times is distinct from 1
  having count(*) > 0;
end;
$$;

comment on function cogo.verify_sagas() is 'The part of cogo.verify about sagas: all that was done is undone or confirmed, and told in order.';

revoke execute on function cogo.verify_sagas() from public;
