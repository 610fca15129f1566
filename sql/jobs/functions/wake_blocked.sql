create function cogo.wake_blocked(at timestamptz, row_limit integer)
returns integer
language plpgsql
security definer
set search_path = ''
as $$
declare
  job_ids bigint[];
begin
  -- A job whose needed jobs closed between its check and its commit is healed here: the sweep calls this too.
  delete from cogo.dependencies where ctid = any (array(
    select need.ctid from cogo.dependencies as need
    where exists (select from cogo.attempts as closed where closed.job_id = need.needed_job_id and closed.final)
    limit wake_blocked.row_limit
    for update of need skip locked
  ));

  with free as (
    select blocked.job_id
    from cogo.blocked
    where not exists (select from cogo.dependencies where dependencies.job_id = blocked.job_id)
    order by blocked.job_id
    limit wake_blocked.row_limit
    for update skip locked
  ),
  gone as (
    delete from cogo.blocked using free where blocked.job_id = free.job_id
    returning blocked.job_id, blocked.run_at
  ),
  woken as (
    insert into cogo.waiting (job_id, run_at, attempt)
    select gone.job_id, coalesce(gone.run_at, wake_blocked.at), 1 from gone
    returning waiting.job_id
  )
  select array_agg(woken.job_id) into job_ids from woken;

  if job_ids is not null then
    perform cogo.promote_waiting(wake_blocked.at, wake_blocked.row_limit);
  end if;
  return coalesce(cardinality(job_ids), 0);
end;
$$;

comment on function cogo.wake_blocked(timestamptz, integer) is
  'Frees jobs that no open job blocks any more. Answers how many.';

revoke execute on function cogo.wake_blocked(timestamptz, integer) from public;
