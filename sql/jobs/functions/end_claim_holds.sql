create function cogo.end_claim_holds(
  claim_fence bigint,
  job_ids bigint[],
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
declare
  header record;
  ended integer;
  permits uuid[];
begin
  select claim.worker, claim.claimed_at, claim.open, claim.limited into header
  from cogo.claims as claim where claim.fence = end_claim_holds.claim_fence for update;
  if not found then
    return;
  end if;
  if header.limited then
    select array_agg(permit.hash) into permits
    from cogo.held, unnest(array[held.key_hash, held.type_hash, held.tenant_hash]) as permit (hash)
    where held.job_id = any(end_claim_holds.job_ids) and held.fence = end_claim_holds.claim_fence and permit.hash is not null;
  end if;

  return query
  with gone as (
    delete from cogo.held
    using unnest(end_claim_holds.job_ids, end_claim_holds.outcomes, end_claim_holds.errors, end_claim_holds.results)
      as item (job_id, outcome, error, result)
    where held.job_id = item.job_id and held.fence = end_claim_holds.claim_fence
    returning held.job_id, held.attempt, held.started_at, item.outcome, item.error, item.result
  ),
  written as (
    insert into cogo.attempts (
      job_id, fence, claimed_at, started_at, finished_at, attempt, final, outcome, worker, error, result
    )
    select
      gone.job_id, end_claim_holds.claim_fence, header.claimed_at,
      -- What ends without having been started starts and ends at once; only a silent worker leaves it unstarted.
      case
        when gone.started_at is not null then gone.started_at
        when gone.outcome in ('succeeded', 'failed', 'retried') and gone.error ->> 'class' is distinct from 'lease_expired'
          then end_claim_holds.at
      end,
      end_claim_holds.at, gone.attempt, gone.outcome in ('succeeded', 'failed', 'cancelled'), gone.outcome,
      header.worker, gone.error, gone.result
    from gone
  )
  select gone.job_id, end_claim_holds.claim_fence, gone.attempt, header.worker, gone.started_at is not null, gone.outcome
  from gone;
  get diagnostics ended = row_count;

  if ended >= header.open then
    delete from cogo.claims where claims.fence = end_claim_holds.claim_fence;
  elsif ended > 0 then
    update cogo.claims set open = claims.open - ended where claims.fence = end_claim_holds.claim_fence;
  end if;
  if permits is not null then
    perform cogo.release_permits(permits, permits, end_claim_holds.at);
  end if;
end;
$$;

comment on function cogo.end_claim_holds(bigint, bigint[], text[], jsonb[], jsonb[], timestamptz) is
  'Ends holds of one claim under its fence, writes their attempts, and closes the claim when nothing is left. What the fence does not hold is missing from the answer.';

revoke execute on function cogo.end_claim_holds(bigint, bigint[], text[], jsonb[], jsonb[], timestamptz) from public;
