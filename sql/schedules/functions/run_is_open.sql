create function cogo.run_is_open(job_id bigint, workflow_id uuid)
returns boolean
language plpgsql
volatile
security definer
set search_path = ''
as $$
declare
  state text;
begin
  if run_is_open.job_id is not null then
    return exists (select from cogo.jobs as job where job.id = run_is_open.job_id)
      and not exists (select from cogo.attempts as final where final.job_id = run_is_open.job_id and final.final);
  end if;
  if run_is_open.workflow_id is null then
    return false;
  end if;
  execute 'select api.get_workflow($1) ->> ''state''' into state using run_is_open.workflow_id;
  return state not in ('succeeded', 'failed', 'compensated', 'cancelled');
exception
  when sqlstate 'PT404' then
    return false;
end;
$$;

comment on function cogo.run_is_open(bigint, uuid) is
  'Whether a run''s job or workflow has not ended. One that is no longer kept has.';

revoke execute on function cogo.run_is_open(bigint, uuid) from public;
