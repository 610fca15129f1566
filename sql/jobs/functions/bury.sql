create function cogo.bury(ended jsonb, at timestamptz)
returns void
language plpgsql
security definer
set search_path = ''
as $$
begin
  insert into cogo.dead_letters (job_id, tenant_id, dead_at, attempt, stage, reason, error)
  select
    item.job_id,
    job.tenant_id,
    bury.at,
    item.next_attempt,
    coalesce(item.error ->> 'stage', case item.error ->> 'class' when 'validation' then 'input' else 'exec' end),
    case
      when link.role in ('compensation', 'cancel') then 'compensation_failed'
      when item.error ->> 'class' = 'validation' then coalesce(item.error ->> 'reason', 'validation_failed')
      when item.error ->> 'class' = 'permanent' then coalesce(item.error ->> 'reason', 'policy_violation')
      else coalesce(item.error ->> 'reason', 'exhausted_retries')
    end,
    item.error
  from jsonb_to_recordset(bury.ended) as item (job_id bigint, outcome text, next_attempt smallint, error jsonb)
  join cogo.jobs as job on job.id = item.job_id
  left join cogo.step_jobs as link on link.job_id = item.job_id
  where item.outcome = 'failed';
end;
$$;

comment on function cogo.bury(jsonb, timestamptz) is 'Writes the dead letters of jobs that failed for good: stage, reason code and last error.';

revoke execute on function cogo.bury(jsonb, timestamptz) from public;
