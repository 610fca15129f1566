create function cogo.verify_flows()
returns table (invariant text, problem text, sample jsonb)
language plpgsql
stable
security definer
set search_path = ''
as $$
begin
  return query
  select 'an open step has something that will end it', format('%s steps have nothing', count(*)), jsonb_agg(jsonb_build_array(step.workflow_id, step.step, step.item))
  from cogo.workflow_steps as step
  join cogo.workflows as flow on flow.id = step.workflow_id
  join cogo.definition_steps as defined on defined.definition_id = flow.definition_id and defined.step = step.step
  where step.state = 'running' and not case
    when defined.kind = 'sleep' then exists (
      select from cogo.workflow_timers as timer where timer.workflow_id = flow.id and timer.step = step.step and timer.kind = 'wake')
    when defined.kind = 'signal' then true
    when defined.kind = 'workflow' then exists (
      select from cogo.workflows as child where child.parent_id = flow.id and child.parent_step = step.step
        and (child.finished_at is null or exists (select from cogo.flow_inbox as sent where sent.workflow_id = flow.id)))
    when defined.kind = 'map' and step.item = -1 then exists (
      select from cogo.workflow_steps as element
      where element.workflow_id = flow.id and element.step = step.step and element.item >= 0 and element.state = 'running')
    else exists (select from cogo.step_jobs as open where open.job_id = step.job_id and open.role = 'action')
  end
  having count(*) > 0
  union all
  select 'a follow-up on its way has a job', format('%s have none', count(*)), jsonb_agg(jsonb_build_array(step.workflow_id, step.step, step.item))
  from cogo.workflow_steps as step
  join cogo.workflows as flow on flow.id = step.workflow_id
  join cogo.definition_steps as defined on defined.definition_id = flow.definition_id and defined.step = step.step
  where step.follow_up in ('compensating', 'confirming', 'stuck') and defined.kind <> 'workflow'
    and not exists (select from cogo.step_jobs as open where open.job_id = step.follow_job_id and open.role <> 'action')
  having count(*) > 0
  union all
  select 'a job of a step is open, dead, or told of', format('%s are not', count(*)), jsonb_agg(open.job_id)
  from cogo.step_jobs as open
  join cogo.attempts as final on final.job_id = open.job_id and final.final
  where not (open.role <> 'action' and final.outcome = 'failed')
    and not exists (select from cogo.flow_inbox as sent where sent.workflow_id = open.workflow_id)
  having count(*) > 0
  union all
  select 'a closed run has nothing open', format('%s have', count(*)), jsonb_agg(flow.id)
  from cogo.workflows as flow
  where flow.finished_at is not null and (
    exists (select from cogo.step_jobs as open where open.workflow_id = flow.id)
    or exists (select from cogo.workflow_steps as step where step.workflow_id = flow.id and step.state = 'running')
    or exists (select from cogo.workflow_timers as timer where timer.workflow_id = flow.id)
  )
  having count(*) > 0
  union all
  select 'a run that went back has undone what it did', format('%s have not', count(*)), jsonb_agg(distinct flow.id)
  from cogo.workflows as flow
  join cogo.workflow_steps as step on step.workflow_id = flow.id
  join cogo.definition_steps as defined on defined.definition_id = flow.definition_id and defined.step = step.step
  where flow.finished_at is not null and flow.ends_as is not null and flow.undo and defined.undo_type is not null
    and (step.item >= 0 or defined.kind <> 'map')
    and step.follow_up is distinct from 'compensated'
    and (step.state = 'succeeded' or (step.error ->> 'class') is distinct from 'validation' and exists (
      select from cogo.attempts as tried where tried.job_id = step.job_id and tried.started_at is not null))
  having count(*) > 0
  union all
  select 'a step has one job per role', format('%s have more', count(*)), jsonb_agg(jsonb_build_array(twice.workflow_id, twice.step))
  from (
    select open.workflow_id, open.step from cogo.step_jobs as open
    group by open.workflow_id, open.step, open.item, open.role having count(*) > 1
  ) as twice
  having count(*) > 0
  union all
  select 'a memoised result is that of its job', format('%s differ', count(*)), jsonb_agg(step.job_id)
  from cogo.workflow_steps as step
  join cogo.attempts as final on final.job_id = step.job_id and final.outcome = 'succeeded'
  where step.state = 'succeeded' and step.result is distinct from final.result
  having count(*) > 0;
end;
$$;

comment on function cogo.verify_flows() is
  'The part of cogo.verify about workflows: nothing hangs, nothing is left open, what went back is undone.';

revoke execute on function cogo.verify_flows() from public;
