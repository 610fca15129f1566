create function cogo.take_early_signals(begun jsonb, at timestamptz)
returns void
language plpgsql
security definer
set search_path = ''
as $$
#variable_conflict use_column
begin
  with early as (
    update cogo.workflow_steps as step set state = 'succeeded', finished_at = take_early_signals.at, result = received.payload
    from jsonb_to_recordset(take_early_signals.begun) as item (workflow_id bigint, step smallint, kind text, signal text)
    join cogo.workflow_signals as received on received.workflow_id = item.workflow_id and received.signal = item.signal
    where item.kind = 'signal' and step.workflow_id = item.workflow_id and step.step = item.step and step.item = -1
    returning step.workflow_id, step.step
  )
  delete from cogo.workflow_timers as timer using early
  where timer.workflow_id = early.workflow_id and timer.step = early.step and timer.kind = 'timeout';
end;
$$;

comment on function cogo.take_early_signals(jsonb, timestamptz) is
  'Steps that wait for a signal which has come already end at once.';

revoke execute on function cogo.take_early_signals(jsonb, timestamptz) from public;
