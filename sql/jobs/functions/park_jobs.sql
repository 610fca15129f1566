create function cogo.park_jobs(
  job_ids bigint[],
  attempts smallint[],
  verdicts text[],
  refused_by integer[],
  retry_at timestamptz[],
  hashes uuid[],
  limits integer[],
  mine uuid[],
  paid_for jsonb[]
)
returns void
language plpgsql
security definer
set search_path = ''
as $$
begin
  if 'granted' = all(park_jobs.verdicts) then
    return;
  end if;

  insert into cogo.parked (job_id, tenant_id, limit_hash, woken_at, lane_id, attempt, paid_for)
  select
    item.job_id, job.tenant_id,
    case item.verdict when 'late' then cogo.order_hash(park_jobs.hashes[item.place]) else park_jobs.hashes[item.place] end,
    item.retry_at, coalesce(lane.moved_to_lane_id, lane.lane_id), item.attempt,
    nullif(
      array(select jsonb_array_elements_text(park_jobs.paid_for[item.ordinal])::uuid)
        || case when item.verdict = 'later' then array[park_jobs.hashes[item.place]] end,
      '{}'
    )
  from unnest(park_jobs.job_ids, park_jobs.attempts, park_jobs.verdicts, park_jobs.refused_by, park_jobs.retry_at) with ordinality
    as item (job_id, attempt, verdict, place, retry_at, ordinal)
  join cogo.jobs as job on job.id = item.job_id
  join cogo.lanes as lane on lane.lane_id = job.lane_id
  where item.verdict <> 'granted';

  -- Who locks a limit may be giving back the permits that were counted here, and does not see these sleepers yet: the
  -- next claim tries one of them. A pause counts nothing.
  insert into cogo.wake_notes (limit_hash, permits)
  select distinct
    case item.verdict when 'late' then cogo.order_hash(park_jobs.hashes[item.place]) else park_jobs.hashes[item.place] end, 1
  from unnest(park_jobs.verdicts, park_jobs.refused_by) as item (verdict, place)
  where item.verdict in ('asleep', 'late') and park_jobs.hashes[item.place] <> all(park_jobs.mine)
    and park_jobs.limits[item.place] is distinct from 0;
end;
$$;

comment on function cogo.park_jobs(bigint[], smallint[], text[], integer[], timestamptz[], uuid[], integer[], uuid[], jsonb[]) is
  'Parks the jobs of a claim that were not granted, each with what refused it.';

revoke execute on function cogo.park_jobs(bigint[], smallint[], text[], integer[], timestamptz[], uuid[], integer[], uuid[], jsonb[]) from public;
