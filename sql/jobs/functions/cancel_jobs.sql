create function cogo.cancel_jobs(job_ids bigint[], hard boolean, reason text)
returns table (job_id bigint, outcome text)
language plpgsql
security definer
set search_path = ''
as $$
#variable_conflict use_column
declare
  tenant uuid := cogo.caller_tenant();
  at timestamptz := cogo.now_();
  known bigint[];
begin
  if cancel_jobs.job_ids is null or cardinality(cancel_jobs.job_ids) > 1000 then
    perform cogo.refuse_argument('job_ids', 'it must be an array of at most 1000 numbers');
  end if;
  if length(cancel_jobs.reason) > 1000 then
    perform cogo.refuse_argument('reason', 'it must have at most 1000 characters');
  end if;

  known := array(
    select job.id from cogo.jobs as job
    where job.id = any(cancel_jobs.job_ids) and (tenant is null or job.tenant_id = tenant)
    order by job.id
  );
  -- The wish comes first: whoever pops or renews from now on sees it, so nothing slips between it and the places below.
  insert into cogo.cancels as wish (job_id, requested_at, hard, reason)
  select open_job.job_id, at, coalesce(cancel_jobs.hard, false), cancel_jobs.reason
  from unnest(known) as open_job (job_id)
  where not exists (select from cogo.attempts as final where final.job_id = open_job.job_id and final.final)
  order by open_job.job_id
  on conflict (job_id) do update set hard = wish.hard or excluded.hard;
  perform cogo.close_cancelled(known, at, 1000);

  return query
  select
    given.job_id,
    case
      when (given.job_id = any(known)) is not true then 'not_found'
      when final.outcome = 'cancelled' then 'cancelled'
      when final.job_id is not null then 'already_closed'
      else 'cancel_requested'
    end
  from unnest(cancel_jobs.job_ids) with ordinality as given (job_id, ordinal)
  left join cogo.attempts as final on final.job_id = given.job_id and final.final
  order by given.ordinal;
end;
$$;

comment on function cogo.cancel_jobs(bigint[], boolean, text) is
  'Cancels jobs. Unheld ones close at once; a held one is told to its worker at the next renewal, or loses its fence now when hard.';

revoke execute on function cogo.cancel_jobs(bigint[], boolean, text) from public;
grant execute on function cogo.cancel_jobs(bigint[], boolean, text) to authenticated, service_role;
