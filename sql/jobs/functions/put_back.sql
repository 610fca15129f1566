create function cogo.put_back(job_ids bigint[], attempts smallint[], run_ats timestamptz[], at timestamptz)
returns void
language plpgsql
security definer
set search_path = ''
as $$
declare
  ready record;
begin
  insert into cogo.waiting (job_id, run_at, attempt)
  select item.job_id, item.run_at, item.attempt
  from unnest(put_back.job_ids, put_back.attempts, put_back.run_ats) as item (job_id, attempt, run_at)
  where item.run_at > put_back.at;

  select
    array_agg(item.job_id order by item.job_id) as job_ids,
    array_agg(job.lane_id order by item.job_id) as lane_ids,
    array_agg(item.attempt order by item.job_id) as attempts
  into ready
  from unnest(put_back.job_ids, put_back.attempts, put_back.run_ats) as item (job_id, attempt, run_at)
  join cogo.jobs as job on job.id = item.job_id
  where item.run_at is null or item.run_at <= put_back.at;
  if ready.job_ids is not null then
    perform cogo.push_ready(ready.job_ids, ready.lane_ids, ready.attempts, put_back.at);
  end if;
end;
$$;

comment on function cogo.put_back(bigint[], smallint[], timestamptz[], timestamptz) is
  'Returns jobs whose hold has ended: into their lanes, or into waiting when a later time is given.';

revoke execute on function cogo.put_back(bigint[], smallint[], timestamptz[], timestamptz) from public;
