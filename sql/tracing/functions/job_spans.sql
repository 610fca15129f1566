create function cogo.job_spans(job_ids bigint[])
returns table (
  span_id text, parent_span_id text, under_job bigint, name text, kind text, started_at timestamptz, ended_at timestamptz,
  status text, attributes jsonb
)
language plpgsql
stable
security definer
set search_path = ''
as $$
#variable_conflict use_column
begin
  return query
  with member as materialized (
    select job.*, cogo.uuid_v7(job.created_at, job.id) as public_id, lane.executor, lane.priority
    from cogo.jobs as job join cogo.lanes as lane on lane.lane_id = job.lane_id
    where job.id = any(job_spans.job_ids)
  ),
  hold as materialized (
    select member.id as job_id, held.fence, claim.claimed_at, held.started_at, null::timestamptz as finished_at, held.attempt,
      null::text as outcome, claim.worker, null::jsonb as error
    from member join cogo.held on held.job_id = member.id join cogo.claims as claim on claim.fence = held.fence
    union all
    select member.id, past.fence, past.claimed_at, past.started_at, past.finished_at, past.attempt, past.outcome, past.worker, past.error
    from member cross join lateral (
      select ended.* from cogo.attempts as ended where ended.job_id = member.id order by ended.fence limit 100
    ) as past
  ),
  -- A wait begins where the hold before it ended, and ends with the next one; the last of an open job has no end yet.
  wait as (
    select member.id as job_id, member.public_id, hold.fence,
      coalesce(lag(hold.finished_at) over in_order, member.created_at) as began, coalesce(hold.claimed_at, hold.finished_at) as ended
    from member left join hold on hold.job_id = member.id
    window in_order as (partition by member.id order by hold.fence)
    union all
    select member.id, member.public_id, 0, last.finished_at, null
    from member cross join lateral (
      select hold.* from hold where hold.job_id = member.id order by hold.fence desc limit 1
    ) as last
    where last.outcome in ('retried', 'released', 'lease_expired')
  )
  select
    cogo.span_id(member.public_id || ':job'), substr(member.traceparent, 37, 16), cause.id, 'enqueue ' || member.type,
    'producer', member.created_at, member.created_at, 'ok',
    jsonb_strip_nulls(jsonb_build_object(
      'cogo.job.id', member.id, 'cogo.job.public_id', member.public_id, 'cogo.job.type', member.type,
      'cogo.job.executor', member.executor, 'cogo.job.priority', member.priority, 'cogo.job.max_attempts', member.max_attempts,
      'cogo.caller.span_id', substr(member.traceparent, 37, 16)
    ))
  from member left join member as cause on cause.public_id = member.cause and cause.id < member.id
  union all
  select
    cogo.span_id(wait.public_id || ':wait:' || coalesce(wait.fence::text, '')), cogo.span_id(wait.public_id || ':job'), null, 'wait',
    'internal', wait.began, wait.ended, 'unset', jsonb_build_object('cogo.job.id', wait.job_id)
  from wait
  union all
  select
    cogo.span_id(member.public_id || ':' || hold.fence), cogo.span_id(member.public_id || ':job'), null, 'attempt ' || hold.attempt,
    'consumer', hold.claimed_at, hold.finished_at,
    case when hold.outcome = 'succeeded' then 'ok' when hold.outcome in ('failed', 'retried', 'lease_expired') then 'error' else 'unset' end,
    jsonb_strip_nulls(jsonb_build_object(
      'cogo.job.id', member.id, 'cogo.job.type', member.type, 'cogo.job.attempt', hold.attempt, 'cogo.job.fence', hold.fence,
      'cogo.job.outcome', hold.outcome, 'cogo.worker', hold.worker, 'error.type', hold.error ->> 'class',
      'cogo.error.stage', hold.error ->> 'stage', 'cogo.error.reason', hold.error ->> 'reason',
      'error.message', left(hold.error ->> 'message', 500)
    ))
  from hold join member on member.id = hold.job_id
  where hold.claimed_at is not null
  union all
  select
    cogo.span_id(member.public_id || ':run:' || hold.fence), cogo.span_id(member.public_id || ':' || hold.fence), null, 'run',
    'internal', hold.started_at, hold.finished_at, 'unset', jsonb_build_object('cogo.job.id', member.id)
  from hold join member on member.id = hold.job_id
  where hold.started_at > hold.claimed_at;
end;
$$;

comment on function cogo.job_spans(bigint[]) is
  'Jobs as spans: each one''s enqueue, and under it its waits and attempts; a run within its attempt where it did not start at once.';

revoke execute on function cogo.job_spans(bigint[]) from public;
