create function cogo.quality_run_jobs(job_ids bigint[])
returns jsonb
language sql
stable
set search_path = ''
as $$
  select coalesce(
    jsonb_agg(jsonb_build_object('job_id', job.job_id, 'type', job.type, 'state', job.state)
      order by array_position(quality_run_jobs.job_ids, job.job_id)),
    '[]'
  )
  from cogo.job_states as job
  where job.job_id = any (quality_run_jobs.job_ids);
$$;

comment on function cogo.quality_run_jobs(bigint[]) is
  'Type and state of each job of a run, in the order of the run; jobs that retention dropped are left out.';

revoke execute on function cogo.quality_run_jobs(bigint[]) from public;
