create function cogo.metric_moves(deeds text[], job_ids bigint[], ts timestamptz, fence bigint)
returns table (lane_id smallint, tenant_id uuid, type text, orphaned boolean, waited_ms double precision, ran_ms double precision, jobs bigint)
language plpgsql
stable
security definer
set search_path = ''
set plan_cache_mode = force_generic_plan
set enable_seqscan = off
set enable_hashjoin = off
set enable_mergejoin = off
set enable_sort = off
set jit = off
as $$
#variable_conflict use_column
declare
  again bigint[] := '{}'::bigint[];
begin
  if deeds && '{succeeded,failed,retried,lease_expired}' then
    return query
    select job.lane_id, job.tenant_id, job.type, ended.orphaned,
      null::double precision, case when ended.orphaned then null when ended.started_at > ts then 0 else cogo.milliseconds(ended.started_at, ts) end, count(*)
    from cogo.jobs as job
    left join lateral (
      select attempt.started_at, coalesce(attempt.error ->> 'class' = 'lease_expired', false) as orphaned
      from cogo.attempts as attempt where attempt.job_id = job.id and attempt.finished_at = ts limit 1
    ) as ended on true
    where job.id = any(metric_moves.job_ids)
    group by job.lane_id, job.tenant_id, job.type, ended.orphaned, ended.started_at;
    return;
  end if;
  if 'claimed' = any(deeds) then
    -- Whoever was held before and came back: only first tries tell how long work waited.
    again := array(
      select earlier.job_id from cogo.attempts as earlier
      where earlier.job_id = any(metric_moves.job_ids) and earlier.fence < metric_moves.fence and earlier.outcome <> 'succeeded'
    );
  end if;
  return query
  select told.lane_id, told.tenant_id, told.type, false, case when told.since > ts then 0 else cogo.milliseconds(told.since, ts) end, null::double precision, told.jobs
  from (
    select job.lane_id, job.tenant_id, job.type,
      case when 'claimed' = any(deeds) and job.id <> all(again) then
        coalesce((select note.ready_at from cogo.ready_notes as note where note.job_id = job.id), job.created_at)
      end as since, count(*) as jobs
    from cogo.jobs as job
    where job.id = any(metric_moves.job_ids)
    group by 1, 2, 3, 4
  ) as told;
end;
$$;

comment on function cogo.metric_moves(text[], bigint[], timestamptz, bigint) is
  'The jobs of one move by lane, tenant, type and time: two look-ups by key per job at most.';

revoke execute on function cogo.metric_moves(text[], bigint[], timestamptz, bigint) from public;
