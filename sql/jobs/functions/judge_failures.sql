create function cogo.judge_failures(job_ids bigint[], fences bigint[], errors jsonb[], retry_seconds double precision[], at timestamptz)
returns table (job_id bigint, fence bigint, outcome text, retry_at timestamptz, next_attempt smallint, error jsonb)
language plpgsql
security definer
set search_path = ''
as $$
#variable_conflict use_column
begin
  return query
  select
    judged.job_id,
    judged.fence,
    judged.outcome,
    case judged.outcome
      when 'retried' then judge_failures.at
        + coalesce(
          make_interval(secs => judged.wished_seconds),
          cogo.retry_delay(cogo.resolve_job_type(judged.type), judged.attempt)
        )
      when 'released' then judge_failures.at + make_interval(secs => coalesce(judged.wished_seconds, 0))
    end,
    (judged.attempt + case when judged.outcome = 'retried' then 1 else 0 end)::smallint,
    judged.error
  from (
    select distinct on (item.job_id, item.fence)
      item.job_id, item.fence, item.error, item.wished_seconds, item.ordinal, held.attempt, job.type,
      case
        when cancels.job_id is not null then 'cancelled'
        when item.error ->> 'class' = 'lease_conflict' then 'released'
        when item.error ->> 'class' in ('validation', 'permanent') then 'failed'
        when held.attempt >= job.max_attempts then 'failed'
        else 'retried'
      end as outcome
    from unnest(judge_failures.job_ids, judge_failures.fences, judge_failures.errors, judge_failures.retry_seconds)
      with ordinality as item (job_id, fence, error, wished_seconds, ordinal)
    join cogo.held on held.job_id = item.job_id and held.fence = item.fence
    join cogo.jobs as job on job.id = item.job_id
    left join cogo.cancels on cancels.job_id = item.job_id
    order by item.job_id, item.fence, item.ordinal
  ) as judged
  order by judged.ordinal;
end;
$$;

comment on function cogo.judge_failures(bigint[], bigint[], jsonb[], double precision[], timestamptz) is
  'Decides what a failure means for each held job: another try and when, a dead letter, or a cancel that was wished for.';

revoke execute on function cogo.judge_failures(bigint[], bigint[], jsonb[], double precision[], timestamptz) from public;
