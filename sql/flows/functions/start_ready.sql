create function cogo.start_ready(flow_ids bigint[], at timestamptz)
returns bigint[]
language plpgsql
security definer
set search_path = ''
as $$
#variable_conflict use_column
declare
  ready record;
begin
  select
    array_agg(flow.id order by flow.id, plan.step) as flow_ids, array_agg(plan.step order by flow.id, plan.step) as steps,
    array_agg(plan.kind order by flow.id, plan.step) as kinds
  into ready
  from cogo.workflows as flow
  join cogo.definition_steps as plan on plan.definition_id = flow.definition_id
  where flow.id = any(start_ready.flow_ids)
    and not exists (
      select from cogo.workflow_steps as begun where begun.workflow_id = flow.id and begun.step = plan.step and begun.item = -1
    )
    and not exists (
      select from unnest(plan.needs) as need (step)
      where not exists (
        select from cogo.workflow_steps as done
        where done.workflow_id = flow.id and done.step = need.step and done.item = -1 and done.state <> 'running'
      )
    );
  if ready.steps is null then
    return '{}'::bigint[];
  end if;
  return cogo.start_steps(ready.flow_ids, ready.steps, ready.kinds, start_ready.at);
end;
$$;

comment on function cogo.start_ready(bigint[], timestamptz) is
  'Begins the steps whose needed steps have all ended. Answers the runs in which something ended at once.';

revoke execute on function cogo.start_ready(bigint[], timestamptz) from public;
