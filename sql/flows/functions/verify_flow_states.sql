create function cogo.verify_flow_states()
returns table (invariant text, problem text, sample jsonb)
language plpgsql
stable
security definer
set search_path = ''
as $$
#variable_conflict use_column
begin
  return query
  with told as materialized (
    select flow.id, flow.state, flow.ends_as, survey.move,
      exists (select from cogo.workflow_steps as open where open.workflow_id = flow.id and (
        open.state = 'running' or open.follow_up in ('compensating', 'confirming', 'stuck')
      )) as open,
      exists (select from cogo.workflow_steps as open where open.workflow_id = flow.id and open.follow_up = 'stuck') as stuck,
      exists (select from cogo.flow_inbox as message where message.workflow_id = flow.id) as awaited
    from cogo.workflows as flow
    join cogo.survey_flows(array(select every_flow.id from cogo.workflows as every_flow where every_flow.finished_at is null)) as survey on survey.flow_id = flow.id
  )
  select 'an open workflow waits for something', format('%s wait for nothing', count(*)), jsonb_agg(told.id)
  from told where not told.open and not told.awaited
  having count(*) > 0
  union all
  select 'a workflow''s state follows from its steps', format('%s do not', count(*)), jsonb_agg(jsonb_build_array(told.id, told.state, told.move))
  from told
  where not told.awaited and (
    told.move in ('break', 'stop', 'succeed') or (told.state = 'stuck') <> told.stuck
    or told.state = 'compensating' and told.ends_as is distinct from 'compensated'
    or told.state = 'confirming' and told.ends_as is not null
  )
  having count(*) > 0
  union all
  select 'a workflow that succeeded has all its steps', format('%s have not', count(*)), jsonb_agg(flow.id)
  from cogo.workflows as flow
  where flow.state = 'succeeded' and exists (
    select from cogo.definition_steps as plan
    left join cogo.workflow_steps as begun on begun.workflow_id = flow.id and begun.step = plan.step and begun.item = -1
    where plan.definition_id = flow.definition_id
      and not coalesce(begun.state = 'succeeded' or begun.state = 'failed' and plan.optional, false)
  )
  having count(*) > 0
  union all
  select 'a step begins after what it needs has ended', format('%s began before', count(*)), jsonb_agg(jsonb_build_array(begun.workflow_id, begun.step))
  from cogo.workflow_steps as begun
  join cogo.workflows as flow on flow.id = begun.workflow_id
  join cogo.definition_steps as plan on plan.definition_id = flow.definition_id and plan.step = begun.step
  where begun.item = -1 and exists (
    select from unnest(plan.needs) as need (step)
    left join cogo.workflow_steps as done on done.workflow_id = flow.id and done.step = need.step and done.item = -1
    where done.finished_at is null
  )
  having count(*) > 0
  union all
  select 'a job is one step of one workflow', format('%s are more', count(*)), jsonb_agg(twice.job_id)
  from (
    select link.job_id from cogo.workflow_steps as begun, unnest(array[begun.job_id, begun.follow_job_id]) as link (job_id)
    where link.job_id is not null group by link.job_id having count(*) > 1
  ) as twice
  having count(*) > 0
  union all
  select 'a step keeps the result of its job', format('%s keep another', count(*)), jsonb_agg(jsonb_build_array(begun.workflow_id, begun.step, begun.item))
  from cogo.workflow_steps as begun
  join cogo.attempts as final on final.job_id = begun.job_id and final.final
  where begun.state <> 'running' and (
    begun.result is distinct from final.result or (begun.state = 'succeeded') <> (final.outcome = 'succeeded')
  )
  having count(*) > 0
  union all
  select 'a step is enqueued once', format('%s are enqueued more often', count(*)), jsonb_agg(jsonb_build_array(twice.workflow_id, twice.step, twice.item))
  from (
    select link.workflow_id, link.step, link.item from cogo.step_jobs as link group by 1, 2, 3 having count(*) > 1
    union
    select log.workflow_id, log.step, log.item from cogo.saga_log as log where log.move = 'action_started' group by 1, 2, 3 having count(*) > 1
  ) as twice
  having count(*) > 0
  union all
  select 'a step whose needs have ended has begun', format('%s have not', count(*)), jsonb_agg(jsonb_build_array(told.id, plan.step))
  from told
  join cogo.workflows as flow on flow.id = told.id
  join cogo.definition_steps as plan on plan.definition_id = flow.definition_id
  where told.move = 'start' and not told.awaited
    and not exists (select from cogo.workflow_steps as begun where begun.workflow_id = flow.id and begun.step = plan.step)
    and not exists (
      select from unnest(plan.needs) as need (step)
      left join cogo.workflow_steps as done on done.workflow_id = flow.id and done.step = need.step and done.item = -1
      where done.finished_at is null
    )
  having count(*) > 0;
end;
$$;

comment on function cogo.verify_flow_states() is 'The part of cogo.verify about the states of workflows and their steps.';

revoke execute on function cogo.verify_flow_states() from public;
