create function cogo.survey_flows(flow_ids bigint[])
returns table (flow_id bigint, move text)
language plpgsql
stable
security definer
set search_path = ''
as $$
#variable_conflict use_column
begin
  return query
  select
    flow.id,
    case
      when flow.finished_at is not null then null
      when flow.ends_as = 'compensated' then 'compensate'
      when flow.ends_as is not null then case when steps.running then null else 'stop' end
      when steps.broken then 'break'
      when steps.begun < definition.step_count then 'start'
      when steps.running then null
      when steps.unconfirmed > 0 then 'confirm'
      when steps.confirming > 0 then null
      else 'succeed'
    end
  from cogo.workflows as flow
  join cogo.workflow_definitions as definition on definition.id = flow.definition_id,
  lateral (
    select
      count(*) filter (where begun.item = -1) as begun,
      bool_or(begun.state = 'running') as running,
      bool_or(begun.state in ('failed', 'cancelled') and begun.item = -1 and not plan.optional) as broken,
      count(*) filter (where plan.kind = 'tcc' and begun.follow_up = 'owed') as unconfirmed,
      count(*) filter (where begun.follow_up in ('confirming', 'stuck')) as confirming
    from cogo.workflow_steps as begun
    join cogo.definition_steps as plan on plan.definition_id = flow.definition_id and plan.step = begun.step
    where begun.workflow_id = flow.id
  ) as steps
  where flow.id = any(survey_flows.flow_ids);
end;
$$;

comment on function cogo.survey_flows(bigint[]) is
  'What each run does next: break (a step failed), start steps, confirm, succeed, stop (all open work has ended), compensate; null = it waits.';

revoke execute on function cogo.survey_flows(bigint[]) from public;
