create function cogo.caused_jobs(job_ids bigint[])
returns jsonb
language plpgsql
stable
security definer
set search_path = ''
as $$
begin
  return coalesce((
    select jsonb_agg(jsonb_build_object(
      'id', standing.id, 'job_id', standing.job_id, 'type', standing.type, 'cause', job.cause,
      'state', case when asked.timed_out_at is not null and standing.state = 'cancelled' then 'timed_out' else standing.state end,
      'is_request', asked.job_id is not null, 'asked_by', asked.asked_by, 'expires_at', asked.expires_at, 'worker', standing.worker,
      'attempt', standing.attempt, 'created_at', standing.created_at, 'finished_at', standing.finished_at,
      'error', final.error - 'details'
    ) order by job.id)
    from (
      -- The ids go to the view itself: it has more joins than a plan puts in another order.
      select known.* from cogo.job_states as known where known.job_id = any(caused_jobs.job_ids) offset 0
    ) as standing
    join cogo.jobs as job on job.id = standing.job_id
    left join cogo.requests as asked on asked.job_id = job.id
    left join cogo.attempts as final on final.job_id = job.id and final.final
  ), '[]');
end;
$$;

comment on function cogo.caused_jobs(bigint[]) is 'Jobs as cogo.list_correlated tells them.';

revoke execute on function cogo.caused_jobs(bigint[]) from public;
