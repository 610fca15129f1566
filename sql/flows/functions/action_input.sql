create function cogo.action_input(flow_id bigint, input jsonb, plan cogo.definition_steps, job_id bigint, item integer)
returns jsonb
language plpgsql
stable
security definer
set search_path = ''
as $$
#variable_conflict use_column
declare
  known jsonb;
  context jsonb;
begin
  select job.payload into known from cogo.jobs as job where job.id = action_input.job_id;
  if plan.kind = 'workflow' then
    select child.input into known from cogo.workflows as child
    where child.parent_id = action_input.flow_id and child.parent_step = plan.step;
  end if;
  if known is not null then
    return known;
  end if;

  -- The job may be past its retention; what it was made of is still here.
  context := cogo.step_context(action_input.flow_id, action_input.input, plan);
  return cogo.step_payload(plan.input, context, cogo.resolve_references(plan.over, context) -> action_input.item, action_input.item);
end;
$$;

comment on function cogo.action_input(bigint, jsonb, cogo.definition_steps, bigint, integer) is
  'The payload that a step''s action had.';

revoke execute on function cogo.action_input(bigint, jsonb, cogo.definition_steps, bigint, integer) from public;
