create function cogo.end_holds(
  job_ids bigint[],
  fences bigint[],
  outcomes text[],
  errors jsonb[],
  results jsonb[],
  at timestamptz
)
returns table (job_id bigint, fence bigint, attempt smallint, worker text, was_running boolean, outcome text)
language plpgsql
security definer
set search_path = ''
as $$
#variable_conflict use_column
begin
  return query
  with header as materialized (
    -- Claims are locked in the order of their fences, so two callers cannot lock each other out.
    select claim.fence, claim.worker, claim.claimed_at, claim.open
    from cogo.claims as claim
    where claim.fence = any(end_holds.fences)
    order by claim.fence
    for update
  ),
  item as (
    select distinct on (given.job_id, given.fence) given.*
    from unnest(
      end_holds.job_ids, end_holds.fences, end_holds.outcomes, end_holds.errors, end_holds.results
    ) with ordinality as given (job_id, fence, outcome, error, result, ordinal)
    order by given.job_id, given.fence, given.ordinal
  ),
  gone as (
    delete from cogo.held
    using item, header
    where held.job_id = item.job_id and held.fence = item.fence and header.fence = item.fence
    returning
      held.job_id, held.fence, held.attempt, held.started_at, header.worker, header.claimed_at,
      header.open, item.outcome, item.error, item.result, item.ordinal
  ),
  written as (
    insert into cogo.attempts (
      job_id, fence, claimed_at, started_at, finished_at, attempt, final, outcome, worker, error, result
    )
    select
      gone.job_id, gone.fence, gone.claimed_at,
      coalesce(
        gone.started_at,
        case
          when gone.outcome in ('succeeded', 'failed', 'retried') and gone.error ->> 'class' is distinct from 'lease_expired'
            then end_holds.at
        end
      ),
      end_holds.at, gone.attempt, gone.outcome in ('succeeded', 'failed', 'cancelled'), gone.outcome,
      gone.worker, gone.error, gone.result
    from gone
  ),
  ended as materialized (
    -- open as locked, not as the statement's snapshot saw it: another call may have ended part of the claim meanwhile.
    select gone.fence, (gone.open - count(*))::smallint as still_open from gone group by gone.fence, gone.open
  ),
  closed as (
    delete from cogo.claims using ended where claims.fence = ended.fence and ended.still_open <= 0
  ),
  narrowed as (
    update cogo.claims set open = ended.still_open
    from ended
    where claims.fence = ended.fence and ended.still_open > 0
  )
  select gone.job_id, gone.fence, gone.attempt, gone.worker, gone.started_at is not null, gone.outcome
  from gone
  order by gone.ordinal;
end;
$$;

comment on function cogo.end_holds(bigint[], bigint[], text[], jsonb[], jsonb[], timestamptz) is
  'Ends holds under their fences, writes their attempts and closes claims with nothing left. A stale fence ends nothing: its job is missing from the answer.';

revoke execute on function cogo.end_holds(bigint[], bigint[], text[], jsonb[], jsonb[], timestamptz) from public;
