create function cogo.redrivable(job_ids bigint[])
returns bigint[]
language plpgsql
stable
security definer
set search_path = ''
as $$
#variable_conflict use_column
begin
  return array(
    select dead.id
    from unnest(redrivable.job_ids) as dead (id)
    join cogo.jobs as job on job.id = dead.id
    where exists (select from cogo.step_jobs as link where link.job_id = dead.id)
      or not exists (
        select from cogo.workflow_steps as begun
        where begun.workflow_id = cogo.uuid_number(job.correlation_id)
          and (begun.job_id = dead.id or begun.follow_job_id = dead.id)
      )
    order by dead.id
  );
end;
$$;

comment on function cogo.redrivable(bigint[]) is
  'The dead jobs that may be redriven: not those whose failure a workflow has already acted upon.';

revoke execute on function cogo.redrivable(bigint[]) from public;
