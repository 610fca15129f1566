create function cogo.expire_requests(only_job_ids bigint[], at timestamptz, row_limit integer)
returns integer
language plpgsql
security definer
set search_path = ''
as $$
declare
  due bigint[];
  late bigint[];
begin
  due := array(
    select asked.job_id from cogo.requests as asked
    where asked.timed_out_at is null and asked.expires_at <= expire_requests.at
      and (expire_requests.only_job_ids is null or asked.job_id = any(expire_requests.only_job_ids))
    order by asked.expires_at
    limit expire_requests.row_limit
    for update skip locked
  );
  if cardinality(due) = 0 then
    return 0;
  end if;
  delete from cogo.requests as answered
  where answered.job_id = any(due)
    and (
      exists (select from cogo.attempts as final where final.job_id = answered.job_id and final.final)
      or not exists (select from cogo.jobs as job where job.id = answered.job_id)
    );
  with noted as (
    update cogo.requests as asked set timed_out_at = expire_requests.at
    where asked.job_id = any(due)
    returning asked.job_id
  )
  select array_agg(noted.job_id order by noted.job_id) into late from noted;
  if late is null then
    return 0;
  end if;

  insert into cogo.cancels as wish (job_id, requested_at, hard, reason)
  select job_id, expire_requests.at, true, 'the request timed out' from unnest(late) as job_id order by job_id
  on conflict (job_id) do update set hard = true;
  perform cogo.close_cancelled(late, expire_requests.at, 1000);
  return cardinality(late);
end;
$$;

comment on function cogo.expire_requests(bigint[], timestamptz, integer) is
  'Cancels unanswered requests whose time is over, each once, and forgets the answered ones. A reply that came late but before this still counts. Answers how many timed out.';

revoke execute on function cogo.expire_requests(bigint[], timestamptz, integer) from public;
