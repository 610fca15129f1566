create function cogo.start_waits(flow_ids bigint[], steps smallint[], at timestamptz)
returns bigint[]
language plpgsql
security definer
set search_path = ''
as $$
#variable_conflict use_column
declare
  ended bigint[];
begin
  with begun as (
    insert into cogo.workflow_steps (workflow_id, started_at, finished_at, step, state, result)
    select
      flow.id, start_waits.at, case when judged.over then start_waits.at end, plan.step,
      case when judged.over then 'succeeded' else 'running' end, early.payload
    from unnest(start_waits.flow_ids, start_waits.steps) as item (flow_id, step)
    join cogo.workflows as flow on flow.id = item.flow_id
    join cogo.definition_steps as plan on plan.definition_id = flow.definition_id and plan.step = item.step
    left join cogo.workflow_signals as early on early.workflow_id = flow.id and early.signal = plan.signal,
    lateral (select early.signal is not null or plan.seconds = 0 as over) as judged
    returning workflow_id, step, state
  ),
  alarms as (
    insert into cogo.workflow_timers (workflow_id, due_at, step, kind)
    select flow.id, start_waits.at + make_interval(secs => plan.seconds), plan.step, 'wake'
    from begun
    join cogo.workflows as flow on flow.id = begun.workflow_id
    join cogo.definition_steps as plan on plan.definition_id = flow.definition_id and plan.step = begun.step
    where begun.state = 'running' and plan.kind = 'sleep'
  )
  select array_agg(distinct begun.workflow_id) into ended from begun where begun.state <> 'running';
  return coalesce(ended, '{}');
end;
$$;

comment on function cogo.start_waits(bigint[], smallint[], timestamptz) is
  'Begins steps of kind sleep and signal. A signal that came before ends its step at once.';

revoke execute on function cogo.start_waits(bigint[], smallint[], timestamptz) from public;
