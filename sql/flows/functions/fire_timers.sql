create function cogo.fire_timers(at timestamptz, row_limit integer)
returns integer
language plpgsql
security definer
set search_path = ''
as $$
#variable_conflict use_column
declare
  locked bigint[];
  due record;
begin
  locked := array(
    select flow.id from cogo.workflows as flow
    where flow.id in (
      select timer.workflow_id from cogo.workflow_timers as timer
      where timer.due_at <= fire_timers.at order by timer.due_at limit fire_timers.row_limit
    )
    order by flow.id
    for update skip locked
  );
  if locked = '{}' then
    return 0;
  end if;
  perform set_config('cogo.flow_locks', 'held', true);

  with gone as (
    delete from cogo.workflow_timers as timer where timer.workflow_id = any(locked) and timer.due_at <= fire_timers.at
    returning timer.workflow_id, timer.step, timer.kind
  )
  select
    array_agg(gone.workflow_id) filter (where gone.kind = 'wake') as woken, array_agg(gone.step) filter (where gone.kind = 'wake') as woken_steps,
    array_agg(gone.workflow_id) filter (where gone.kind in ('timeout', 'force')) as late,
    array_agg(gone.step) filter (where gone.kind in ('timeout', 'force')) as late_steps,
    array_agg(gone.kind = 'force') filter (where gone.kind in ('timeout', 'force')) as forced,
    array_agg(gone.workflow_id) filter (where gone.kind = 'deadline') as overdue
  into due from gone;

  update cogo.workflow_steps as begun set state = 'succeeded', finished_at = fire_timers.at
  from unnest(due.woken, due.woken_steps) as item (flow_id, step)
  where begun.workflow_id = item.flow_id and begun.step = item.step and begun.item = -1 and begun.state = 'running';
  if due.late is not null then
    perform cogo.time_out_steps(due.late, due.late_steps, due.forced, fire_timers.at);
  end if;
  if due.overdue is not null then
    perform cogo.end_flows(due.overdue, 'failed', jsonb_build_object(
      'class', 'permanent', 'reason', 'timeout', 'message', 'The deadline of the workflow has passed.'
    ), true, fire_timers.at);
  end if;
  if cogo.fault('flow.fired') then end if;
  perform cogo.move_flows(locked, fire_timers.at);
  return cardinality(locked);
end;
$$;

comment on function cogo.fire_timers(timestamptz, integer) is
  'Does what is due in runs that nobody holds: wakes sleeps, ends steps and runs that take too long. Answers how many runs. Never waits.';

revoke execute on function cogo.fire_timers(timestamptz, integer) from public;
