create function cogo.start_steps(flow_ids bigint[], steps smallint[], kinds text[], at timestamptz)
returns bigint[]
language plpgsql
security definer
set search_path = ''
as $$
#variable_conflict use_column
declare
  part record;
  again bigint[] := '{}'::bigint[];
begin
  for part in
    select
      case when kind in ('job', 'tcc') then 'job' when kind in ('sleep', 'signal') then 'wait' else kind end as kind,
      array_agg(flow_id order by flow_id, step) as flow_ids, array_agg(step order by flow_id, step) as steps
    from unnest(start_steps.flow_ids, start_steps.steps, start_steps.kinds) as item (flow_id, step, kind)
    group by 1
    order by 1
  loop
    again := again || case part.kind
      when 'job' then cogo.start_job_steps(part.flow_ids, part.steps, start_steps.at)
      when 'map' then cogo.start_map_steps(part.flow_ids, part.steps, start_steps.at)
      when 'wait' then cogo.start_waits(part.flow_ids, part.steps, start_steps.at)
      when 'workflow' then cogo.start_children(part.flow_ids, part.steps, start_steps.at)
    end;
  end loop;

  insert into cogo.workflow_timers (workflow_id, due_at, step, kind)
  with timed as materialized (
    select flow.id as flow_id, plan.step, plan.timeout_seconds
    from unnest(start_steps.flow_ids, start_steps.steps) as item (flow_id, step)
    join cogo.workflows as flow on flow.id = item.flow_id
    join cogo.definition_steps as plan on plan.definition_id = flow.definition_id and plan.step = item.step
    where plan.timeout_seconds is not null
  )
  select begun.workflow_id, start_steps.at + make_interval(secs => timed.timeout_seconds), begun.step, 'timeout'
  from timed
  join cogo.workflow_steps as begun on begun.workflow_id = timed.flow_id and begun.step = timed.step and begun.item = -1
  where begun.state = 'running';
  return again;
end;
$$;

comment on function cogo.start_steps(bigint[], smallint[], text[], timestamptz) is
  'Begins steps, each in its kind''s way. Answers the runs in which something ended at once.';

revoke execute on function cogo.start_steps(bigint[], smallint[], text[], timestamptz) from public;
