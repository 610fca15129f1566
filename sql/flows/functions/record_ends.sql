create function cogo.record_ends(job_ids bigint[], flow_ids bigint[], at timestamptz)
returns void
language plpgsql
security definer
set search_path = ''
as $$
#variable_conflict use_column
declare
  has_elements boolean;
begin
  with gone as (
    delete from cogo.step_jobs as link using cogo.attempts as final
    where link.job_id = any(record_ends.job_ids) and link.workflow_id = any(record_ends.flow_ids) and link.role = 'action'
      and final.job_id = link.job_id and final.final
    returning link.workflow_id, link.step, link.item, link.job_id, final.outcome, final.attempt, final.finished_at, final.result, final.error
  ),
  judged as materialized (
    select
      gone.*, plan.undo_type is not null as may_be_undone, definition.saga,
      case
        when gone.outcome in ('succeeded', 'failed') then gone.outcome
        when flow.ends_as is null then 'failed'
        else 'cancelled'
      end as state,
      case when gone.outcome = 'succeeded' then gone.attempt else (
        select count(*) from cogo.attempts as tried where tried.job_id = gone.job_id and tried.started_at is not null
      ) end as tries
    from gone
    join cogo.workflows as flow on flow.id = gone.workflow_id
    join cogo.workflow_definitions as definition on definition.id = flow.definition_id
    join cogo.definition_steps as plan on plan.definition_id = flow.definition_id and plan.step = gone.step
  ),
  ended as (
    update cogo.workflow_steps as begun
    set
      state = judged.state,
      finished_at = judged.finished_at,
      attempts = judged.tries,
      result = judged.result,
      follow_up = case when judged.may_be_undone and (
        judged.state = 'succeeded' or judged.tries > 0 and judged.error ->> 'class' is distinct from 'validation'
      ) then 'owed' end,
      error = case judged.outcome
        when 'failed' then judged.error
        when 'cancelled' then coalesce(begun.error, jsonb_build_object(
          'class', 'cancelled', 'reason', 'cancelled', 'message', coalesce(judged.error ->> 'message', 'Its job was cancelled.')
        ))
      end
    from judged
    where begun.workflow_id = judged.workflow_id and begun.step = judged.step and begun.item = judged.item
  ),
  told as (
    insert into cogo.saga_log (workflow_id, at, job_id, item, step, move)
    select judged.workflow_id, judged.finished_at, judged.job_id, judged.item, judged.step, 'action_' || judged.state
    from judged where judged.saga
  )
  select bool_or(judged.item >= 0) into has_elements from judged;

  if has_elements then
    perform cogo.close_maps(record_ends.flow_ids, record_ends.at);
  end if;
  if exists (select from cogo.step_jobs as link where link.job_id = any(record_ends.job_ids) and link.workflow_id = any(record_ends.flow_ids)) then
    perform cogo.record_follow_ups(record_ends.job_ids, record_ends.flow_ids);
  end if;
end;
$$;

comment on function cogo.record_ends(bigint[], bigint[], timestamptz) is
  'Writes how jobs ended into their steps, whose results are kept from here on. The caller holds the runs.';

revoke execute on function cogo.record_ends(bigint[], bigint[], timestamptz) from public;
