create function cogo.long_trail(closed bigint[], out job_ids bigint[], out times timestamptz[])
language plpgsql
stable
security definer
set search_path = ''
as $$
begin
  -- By key, one after the other: these are few among many.
  with slow as materialized (
    select job.id, job.created_at
    from unnest(long_trail.closed) as given (id)
    cross join lateral (select * from cogo.jobs as body where body.id = given.id limit 1) as job
    cross join lateral (
      select * from cogo.attempts as attempt where attempt.job_id = given.id and attempt.final limit 1
    ) as final
    where final.finished_at > job.created_at + interval '1 day'
      or exists (select from cogo.kept_back as kept where kept.job_id = given.id)
  )
  select array_agg(distinct moment.job_id), array_agg(distinct moment.ts) into job_ids, times
  from (
    select slow.id as job_id, slow.created_at as ts from slow
    union all
    select slow.id, named.ts
    from slow
    cross join lateral (select * from cogo.attempts as attempt where attempt.job_id = slow.id) as ended
    cross join lateral unnest(array[ended.claimed_at, ended.started_at, ended.finished_at]) as named (ts)
  ) as moment
  where moment.ts is not null;
end;
$$;

comment on function cogo.long_trail(bigint[]) is
  'The jobs whose events cogo.walk_events, which comes a day after cogo.walk_jobs, has passed while they were kept: open for longer than a day, or kept back. And the times of those events.';

revoke execute on function cogo.long_trail(bigint[]) from public;
