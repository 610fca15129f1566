create function cogo.verify_flows()
returns table (invariant text, problem text, sample jsonb)
language plpgsql
stable
security definer
set search_path = ''
as $$
#variable_conflict use_column
begin
  return query
  with link as materialized (
    select flow.id as flow_id, begun.step, begun.item, flow.finished_at, plan.kind, begun.state, begun.follow_up,
      case when begun.state = 'running' then begun.job_id else begun.follow_job_id end as job_id
    from cogo.workflow_steps as begun
    join cogo.workflows as flow on flow.id = begun.workflow_id
    join cogo.definition_steps as plan on plan.definition_id = flow.definition_id and plan.step = begun.step
    where begun.state = 'running' or begun.follow_up in ('compensating', 'confirming', 'stuck')
  )
  select 'an open step has exactly one thing that it waits for', format('%s steps do not', count(*)), jsonb_agg(jsonb_build_array(link.flow_id, link.step, link.item))
  from link
  where case
    when link.state <> 'running' or link.kind in ('job', 'tcc') or link.item >= 0 then not exists (
      select from cogo.step_jobs as open where open.job_id = link.job_id and open.workflow_id = link.flow_id and open.step = link.step and open.item = link.item
    )
    when link.kind = 'map' then not exists (
      select from link as element where element.flow_id = link.flow_id and element.step = link.step and element.item >= 0 and element.state = 'running'
    )
    when link.kind = 'sleep' then not exists (
      select from cogo.workflow_timers as timer where timer.workflow_id = link.flow_id and timer.step = link.step and timer.kind = 'wake'
    )
    when link.kind = 'workflow' then 1 <> (
      select count(*) from cogo.workflows as child where child.parent_id = link.flow_id and child.parent_step = link.step and (
        child.finished_at is null or exists (select from cogo.flow_inbox as told where told.workflow_id = link.flow_id and told.kind = 'look')
      )
    )
    when link.kind = 'signal' then exists (
      select from cogo.workflow_signals as received
      join cogo.workflows as flow on flow.id = received.workflow_id
      join cogo.definition_steps as plan on plan.definition_id = flow.definition_id and plan.signal = received.signal
      where received.workflow_id = link.flow_id and plan.step = link.step
    )
  end
  having count(*) > 0
  union all
  select 'a closed workflow has nothing open', format('%s have', count(distinct open.flow_id)), jsonb_agg(distinct open.flow_id)
  from (
    select link.flow_id from link where link.finished_at is not null
    union all select timer.workflow_id from cogo.workflow_timers as timer join cogo.workflows as flow on flow.id = timer.workflow_id where flow.finished_at is not null
    union all select stray.workflow_id from cogo.step_jobs as stray join cogo.workflows as flow on flow.id = stray.workflow_id where flow.finished_at is not null
    union all select child.parent_id from cogo.workflows as child join cogo.workflows as flow on flow.id = child.parent_id
      where flow.finished_at is not null and child.finished_at is null
  ) as open
  having count(*) > 0
  union all
  select 'a step job belongs to an open step', format('%s belong to none', count(*)), jsonb_agg(open.job_id)
  from cogo.step_jobs as open
  where not exists (
    select from link where link.flow_id = open.workflow_id and link.step = open.step and link.item = open.item and link.job_id = open.job_id
  )
  having count(*) > 0
  union all
  select 'a closed job has left its step', format('%s have not', count(*)), jsonb_agg(open.job_id)
  from cogo.step_jobs as open
  left join cogo.attempts as final on final.job_id = open.job_id and final.final
  left join link on link.job_id = open.job_id
  where (final.job_id is not null or not exists (select from cogo.jobs as job where job.id = open.job_id))
    and link.follow_up is distinct from 'stuck'
    and not exists (select from cogo.flow_inbox as told where told.workflow_id = open.workflow_id and told.kind = 'look')
  having count(*) > 0;

  return query select * from cogo.verify_flow_states();
  return query select * from cogo.verify_sagas();
end;
$$;

comment on function cogo.verify_flows() is 'The part of cogo.verify about workflows: what is open, what is closed, and that nothing waits for nothing.';

revoke execute on function cogo.verify_flows() from public;
