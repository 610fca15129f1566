create function cogo.late_jobs(job_ids bigint[])
returns bigint[]
language plpgsql
stable
security definer
set search_path = ''
as $$
begin
  return array(
    select queued.job_id from cogo.key_queue as queued
    where queued.job_id = any(late_jobs.job_ids) and exists (
      select from cogo.key_queue as earlier where earlier.limit_hash = queued.limit_hash and earlier.job_id < queued.job_id
    )
  );
end;
$$;

comment on function cogo.late_jobs(bigint[]) is 'Those of some jobs that are not the first of their strict key.';

revoke execute on function cogo.late_jobs(bigint[]) from public;
