create function cogo.get_job(job_id bigint)
returns jsonb
language plpgsql
stable
security definer
set search_path = ''
as $$
#variable_conflict use_column
declare
  tenant uuid := cogo.caller_tenant();
  found_job jsonb;
begin
  select
    to_jsonb(standing) - array['blocked', 'parked_at']
    || jsonb_build_object(
      'attempt', coalesce(
        standing.attempt,
        (
          select ended.attempt + case when ended.outcome = 'released' then 0 else 1 end
          from cogo.attempts as ended where ended.job_id = job.id order by ended.fence desc limit 1
        ),
        1
      ),
      'payload', job.payload,
      'result', final.result,
      'error', (
        select last.error from cogo.attempts as last
        where last.job_id = job.id and last.error is not null order by last.fence desc limit 1
      ),
      'correlation_id', coalesce(job.correlation_id, standing.id),
      'cause', job.cause,
      'traceparent', job.traceparent,
      'waits_for', (
        select coalesce(jsonb_agg(needed.needed_job_id order by needed.needed_job_id), '[]')
        from cogo.dependencies as needed where needed.job_id = job.id
      ),
      'limited_by', cogo.limit_of(standing.parked_at, job),
      'attempts', (
        select coalesce(jsonb_agg(to_jsonb(ended) - 'job_id' - 'result' order by ended.fence), '[]')
        from cogo.attempts as ended where ended.job_id = job.id
      ),
      'dead_letter', (
        select jsonb_build_object('stage', letter.stage, 'reason', letter.reason, 'redriven_job_id', letter.redriven_job_id)
        from cogo.dead_letters as letter where letter.job_id = job.id
      )
    )
  into found_job
  from cogo.jobs as job
  join cogo.job_states as standing on standing.job_id = job.id
  left join cogo.attempts as final on final.job_id = job.id and final.final
  where job.id = get_job.job_id and (tenant is null or job.tenant_id = tenant);

  if found_job is null then
    raise sqlstate 'PT404' using
      message = format('Cannot read job %s: there is no such job', get_job.job_id),
      detail = 'job_not_found',
      hint = 'Check the number; list_jobs shows the jobs you may see.';
  end if;
  return found_job;
end;
$$;

comment on function cogo.get_job(bigint) is 'One job whole, as JSON. Errors: job_not_found (404), also for another tenant''s job.';

revoke execute on function cogo.get_job(bigint) from public;
grant execute on function cogo.get_job(bigint) to authenticated, service_role;
