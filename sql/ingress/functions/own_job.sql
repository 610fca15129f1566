create function cogo.own_job(id uuid)
returns cogo.jobs
language plpgsql
stable
security definer
set search_path = ''
as $$
#variable_conflict use_column
declare
  tenant uuid := cogo.caller_tenant();
  job cogo.jobs;
begin
  select known.* into job from cogo.jobs as known
  where known.id = cogo.uuid_number(own_job.id) and (tenant is null or known.tenant_id = tenant);
  if job.id is null or cogo.uuid_v7(job.created_at, job.id) <> own_job.id then
    raise sqlstate 'PT404' using
      message = format('Cannot find job %s: there is no such job', own_job.id),
      detail = 'job_not_found',
      hint = 'Check the id; POST /ingress/jobs answered it.';
  end if;
  return job;
end;
$$;

comment on function cogo.own_job(uuid) is
  'The caller''s job of a public id. Another tenant''s is answered as one that is not there. Errors: job_not_found (404).';

revoke execute on function cogo.own_job(uuid) from public;
