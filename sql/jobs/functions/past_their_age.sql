create function cogo.past_their_age(job_ids bigint[], up_to_seconds integer, at timestamptz)
returns bigint[]
language plpgsql
stable
security definer
set search_path = ''
as $$
begin
  return array(
    with closed as materialized (
      select job.id, job.type, final.finished_at, final.outcome
      from unnest(past_their_age.job_ids) as given (id)
      cross join lateral (select * from cogo.jobs as body where body.id = given.id limit 1) as job
      cross join lateral (
        select * from cogo.attempts as attempt where attempt.job_id = job.id and attempt.final limit 1
      ) as final
    ),
    ruling as materialized (
      select named.type, ruled.keep_succeeded_seconds, ruled.keep_failed_seconds
      from (select distinct closed.type from closed) as named, lateral cogo.resolve_job_type(named.type) as ruled
    )
    select closed.id
    from closed join ruling on ruling.type = closed.type
    cross join lateral (
      select case closed.outcome when 'failed' then ruling.keep_failed_seconds else ruling.keep_succeeded_seconds end as seconds
    ) as keep
    where keep.seconds <= past_their_age.up_to_seconds
      and closed.finished_at < past_their_age.at - make_interval(secs => keep.seconds)
    order by closed.id
  );
end;
$$;

comment on function cogo.past_their_age(bigint[], integer, timestamptz) is
  'Which of these jobs closed longer ago than their type keeps them, among types that keep them no longer than up_to_seconds.';

revoke execute on function cogo.past_their_age(bigint[], integer, timestamptz) from public;
