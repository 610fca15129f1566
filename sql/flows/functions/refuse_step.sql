create function cogo.refuse_step(spec jsonb, problem text, at timestamptz)
returns void
language plpgsql
security definer
set search_path = ''
as $$
declare
  told jsonb := jsonb_build_object(
    'class', 'validation', 'stage', 'input', 'reason', 'validation_failed', 'message', refuse_step.problem
  );
begin
  if spec ->> 'role' = 'action' then
    update cogo.workflow_steps as step set state = 'failed', finished_at = refuse_step.at, error = told
    where step.workflow_id = (spec ->> 'workflow_id')::bigint and step.step = (spec ->> 'step')::smallint
      and step.item = (spec ->> 'item')::integer;
  else
    -- Nothing to redrive: it stays owed, and the sweep tries again when somebody has mended what is wrong.
    update cogo.workflow_steps as step set follow_up = 'owed', error = coalesce(step.error, told)
    where step.workflow_id = (spec ->> 'workflow_id')::bigint and step.step = (spec ->> 'step')::smallint
      and step.item = (spec ->> 'item')::integer;
  end if;
end;
$$;

comment on function cogo.refuse_step(jsonb, text, timestamptz) is
  'A job of a step cannot be enqueued: the step fails, or its undoing stays owed.';

revoke execute on function cogo.refuse_step(jsonb, text, timestamptz) from public;
