create function cogo.promote_waiting(at timestamptz, row_limit integer)
returns integer
language plpgsql
security definer
set search_path = ''
as $$
declare
  job_ids bigint[];
  lane_ids smallint[];
  attempts smallint[];
begin
  with due as (
    select waiting.job_id
    from cogo.waiting
    where waiting.run_at <= promote_waiting.at
    order by waiting.run_at, waiting.job_id
    limit promote_waiting.row_limit
    for update skip locked
  ),
  gone as (
    delete from cogo.waiting using due where waiting.job_id = due.job_id
    returning waiting.job_id, waiting.run_at, waiting.attempt
  ),
  noted as (
    -- How long it waits counts from here: for metrics, which read it with the claim.
    insert into cogo.ready_notes (job_id, ready_at)
    select gone.job_id, gone.run_at from gone where gone.attempt = 1
    on conflict do nothing
  )
  select
    array_agg(gone.job_id order by gone.run_at, gone.job_id),
    array_agg(job.lane_id order by gone.run_at, gone.job_id),
    array_agg(gone.attempt order by gone.run_at, gone.job_id)
  into job_ids, lane_ids, attempts
  from gone join cogo.jobs as job on job.id = gone.job_id;

  if job_ids is null then
    return 0;
  end if;
  perform cogo.push_ready(job_ids, lane_ids, attempts, promote_waiting.at);
  return cardinality(job_ids);
end;
$$;

comment on function cogo.promote_waiting(timestamptz, integer) is
  'Moves jobs whose time has come into their lanes, earliest first, at most row_limit. Answers how many.';

revoke execute on function cogo.promote_waiting(timestamptz, integer) from public;
