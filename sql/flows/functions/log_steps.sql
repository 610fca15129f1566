create function cogo.log_steps(moves jsonb, at timestamptz)
returns void
language plpgsql
security definer
set search_path = ''
as $$
#variable_conflict use_column
declare
  undone bigint[];
begin
  insert into cogo.saga_log (workflow_id, at, job_id, item, step, move)
  select
    item.workflow_id, log_steps.at, item.job_id, nullif(item.item, -1), item.step,
    case item.role when 'action' then 'step_' when 'confirm' then 'confirm_' else 'undo_' end || item.outcome
  from rows from (
    jsonb_to_recordset(log_steps.moves) as (job_id bigint, workflow_id bigint, step smallint, item integer, role text, outcome text)
  ) with ordinality as item (job_id, workflow_id, step, item, role, outcome, ordinal)
  join cogo.workflows as flow on flow.id = item.workflow_id
  join cogo.workflow_definitions as defined on defined.id = flow.definition_id
  where defined.saga or item.role <> 'action'
  order by item.ordinal;

  select array_agg(item.job_id) into undone
  from jsonb_to_recordset(log_steps.moves) as item (job_id bigint, role text, outcome text)
  where item.role in ('compensation', 'cancel') and item.outcome = 'succeeded';
  if undone is not null then
    perform cogo.record_events(array['job_compensated'], undone, log_steps.at, null, null, null);
  end if;
end;
$$;

comment on function cogo.log_steps(jsonb, timestamptz) is
  'Writes moves of steps into the saga log, and the event of each undoing that succeeded.';

revoke execute on function cogo.log_steps(jsonb, timestamptz) from public;
