create function cogo.begin_steps(flow_ids bigint[], at timestamptz)
returns integer
language plpgsql
security definer
set search_path = ''
as $$
#variable_conflict use_column
declare
  begun jsonb;
begin
  with startable as (
    select flow.id as workflow_id, defined.step, defined.kind, defined.seconds, defined.timeout_seconds, defined.signal
    from cogo.workflows as flow
    join cogo.definition_steps as defined on defined.definition_id = flow.definition_id
    where flow.id = any(begin_steps.flow_ids) and flow.state = 'running'
      and not exists (
        select from cogo.workflow_steps as begun where begun.workflow_id = flow.id and begun.step = defined.step and begun.item = -1
      )
      and not exists (
        select from unnest(defined.needs) as need (step)
        where not exists (
          select from cogo.workflow_steps as done
          where done.workflow_id = flow.id and done.step = need.step and done.item = -1 and done.state <> 'running'
        )
      )
  ),
  written as (
    insert into cogo.workflow_steps (workflow_id, step, state, started_at)
    select startable.workflow_id, startable.step, 'running', begin_steps.at from startable
  ),
  timed as (
    insert into cogo.workflow_timers (workflow_id, step, kind, due_at)
    select startable.workflow_id, startable.step, case startable.kind when 'sleep' then 'wake' else 'timeout' end,
      begin_steps.at + make_interval(secs => coalesce(startable.seconds, startable.timeout_seconds))
    from startable where coalesce(startable.seconds, startable.timeout_seconds) is not null
  )
  select jsonb_agg(to_jsonb(startable)) into begun from startable;
  if begun is null then
    return 0;
  end if;

  perform cogo.take_early_signals(begun, begin_steps.at);
  perform cogo.begin_children(begun, begin_steps.at);
  perform cogo.begin_jobs(begun, begin_steps.at);
  return jsonb_array_length(begun);
end;
$$;

comment on function cogo.begin_steps(bigint[], timestamptz) is
  'Begins every step whose needs have ended: a job, a map, a timer, a wait, a child run. Answers how many.';

revoke execute on function cogo.begin_steps(bigint[], timestamptz) from public;
