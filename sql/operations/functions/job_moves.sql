create function cogo.job_moves(after_id bigint, up_to bigint)
returns table (
  deeds text[], ts timestamptz, lane_id smallint, tenant_id uuid, type text, orphaned boolean, waited_ms double precision,
  ran_ms double precision, jobs bigint
)
language plpgsql
stable
security definer
set search_path = ''
set plan_cache_mode = force_generic_plan
set enable_seqscan = off
set enable_bitmapscan = off
set enable_mergejoin = off
set enable_sort = off
set jit = off
as $$
#variable_conflict use_column
begin
  return query
  with reached as materialized (
    -- Ids without a gap, in their order, are told by the first and the last.
    select event.id, substr(event.type, 5) as deed, event.ts, event.fence, cardinality(event.job_ids) as jobs, ends.lo,
      ends.hi - ends.lo + 1 = cardinality(event.job_ids) and ends.lo <= all(event.job_ids) and ends.hi >= all(event.job_ids) as has_no_gap
    from (
      select known.*, known.job_ids[1] as first_id, known.job_ids[cardinality(known.job_ids)] as last_id from cogo.events as known
      where known.id > job_moves.after_id and known.id <= job_moves.up_to
    ) as event
    cross join lateral (select least(event.first_id, event.last_id) as lo, greatest(event.first_id, event.last_id) as hi) as ends
  ),
  moved as materialized (
    -- What the same jobs did at the same instant is one move: claimed and started, failed and dead.
    select array_agg(reached.deed) as deeds, min(reached.id) as event_id, reached.ts, reached.fence, reached.lo, reached.jobs, reached.has_no_gap
    from reached
    group by reached.ts, reached.fence, reached.lo, reached.jobs, reached.has_no_gap, case when not reached.has_no_gap then reached.id end
  ),
  sets as materialized (
    select same.lo, same.lo + same.jobs - 1 as hi, same.jobs
    from (select distinct moved.lo, moved.jobs from moved where moved.has_no_gap) as same
    where not exists (
      select from cogo.attempts as other where other.outcome <> 'succeeded' and other.job_id between same.lo and same.lo + same.jobs - 1
    ) and not exists (
      select from cogo.ready_notes as note where note.job_id between same.lo and same.lo + same.jobs - 1
    )
  ),
  -- Jobs in a row, neither delayed nor ever tried in vain, are read in a row, once for all their moves.
  keyed as materialized (
    select sets.lo, sets.jobs as of_jobs, seen.*
    from sets cross join lateral (
      select body.lane_id, body.tenant_id, body.type, body.created_at, count(*) as jobs
      from cogo.jobs as body where body.id between sets.lo and sets.hi
      group by body.lane_id, body.tenant_id, body.type, body.created_at
    ) as seen
  ),
  ran as materialized (
    select sets.lo, sets.jobs as of_jobs, seen.*
    from sets cross join lateral (
      select ended.finished_at, ended.started_at, count(*) as jobs
      from cogo.attempts as ended where ended.job_id between sets.lo and sets.hi
      group by ended.finished_at, ended.started_at
    ) as seen
    where seen.jobs = sets.jobs
  ),
  known as materialized (
    select moved.*, sets.lo is not null and ('succeeded' <> all(moved.deeds) or ran.lo is not null) as is_plain, ran.started_at
    from moved
    left join sets on moved.has_no_gap and sets.lo = moved.lo and sets.jobs = moved.jobs
    left join ran on ran.lo = sets.lo and ran.of_jobs = sets.jobs and ran.finished_at = moved.ts
  )
  select known.deeds, known.ts, keyed.lane_id, keyed.tenant_id, keyed.type, false,
    case when 'claimed' <> all(known.deeds) then null when keyed.created_at > known.ts then 0 else cogo.milliseconds(keyed.created_at, known.ts) end,
    case when 'succeeded' <> all(known.deeds) then null when known.started_at > known.ts then 0 else cogo.milliseconds(known.started_at, known.ts) end,
    keyed.jobs
  from known join keyed on keyed.lo = known.lo and keyed.of_jobs = known.jobs
  where known.is_plain
  union all
  select known.deeds, known.ts, seen.*
  from known
  join cogo.events as event on event.id = known.event_id
  cross join lateral cogo.metric_moves(known.deeds, event.job_ids, known.ts, known.fence) as seen
  where not known.is_plain;
end;
$$;

comment on function cogo.job_moves(bigint, bigint) is
  'What jobs did, by settled events: how many took which transitions when, by lane, tenant and type, and how long they had waited or run.';

revoke execute on function cogo.job_moves(bigint, bigint) from public;
