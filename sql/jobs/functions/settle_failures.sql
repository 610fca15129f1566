create function cogo.settle_failures(
  job_ids bigint[],
  fences bigint[],
  errors jsonb[],
  retry_seconds double precision[],
  at timestamptz,
  retry_event text
)
returns table (job_id bigint, fence bigint, outcome text, retry_at timestamptz)
language plpgsql
security definer
set search_path = ''
as $$
#variable_conflict use_column
declare
  ended jsonb;
begin
  -- Judged from rows that cannot change under the same fence, so no lock is needed before the holds are ended.
  with judged as materialized (
    select * from cogo.judge_failures(
      settle_failures.job_ids, settle_failures.fences, settle_failures.errors, settle_failures.retry_seconds, settle_failures.at
    )
  ),
  hold as (
    select hold.*
    from (
      select
        array_agg(judged.job_id) as job_ids, array_agg(judged.fence) as fences,
        array_agg(case when judged.outcome = 'retried' then settle_failures.retry_event else judged.outcome end) as outcomes,
        array_agg(nullif(judged.error, '{"class": "lease_conflict"}')) as errors
      from judged
    ) as lists,
    lateral cogo.end_holds(lists.job_ids, lists.fences, lists.outcomes, lists.errors, null, settle_failures.at) as hold
  )
  select jsonb_agg(to_jsonb(judged) || jsonb_build_object('was_running', hold.was_running, 'worker', hold.worker))
  into ended
  from hold join judged on judged.job_id = hold.job_id and judged.fence = hold.fence;

  if cogo.fault('fail.ended') then end if;
  if ended is not null then
    perform cogo.follow_failures(ended, settle_failures.at, settle_failures.retry_event);
  end if;
  return query
  select item.job_id, item.fence, item.outcome, item.retry_at
  from jsonb_to_recordset(ended) as item (job_id bigint, fence bigint, outcome text, retry_at timestamptz);
end;
$$;

comment on function cogo.settle_failures(bigint[], bigint[], jsonb[], double precision[], timestamptz, text) is
  'Ends failed holds and sends each job where its error, its attempts and its type''s policy say. retry_event is retried or lease_expired.';

revoke execute on function cogo.settle_failures(bigint[], bigint[], jsonb[], double precision[], timestamptz, text) from public;
