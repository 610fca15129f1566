create function cogo.start_jobs(jobs jsonb)
returns table (job_id bigint, outcome text)
language plpgsql
security definer
set search_path = ''
as $$
#variable_conflict use_column
declare
  tenant uuid := cogo.caller_tenant('jobs:work');
  at timestamptz := cogo.now_();
  given record;
  started record;
begin
  perform cogo.check_holds('jobs', start_jobs.jobs, array['job_id', 'fence']);
  select
    array_agg((item.value ->> 'job_id')::bigint order by item.ordinal) as job_ids,
    cogo.own_fences(array_agg((item.value ->> 'fence')::bigint order by item.ordinal), tenant) as fences
  into given
  from jsonb_array_elements(start_jobs.jobs) with ordinality as item (value, ordinal);
  if given.job_ids is null then
    return;
  end if;

  -- Claims first, in the order of their fences: the one order in which everybody locks.
  with locked as materialized (
    select claim.fence from cogo.claims as claim where claim.fence = any(given.fences) order by claim.fence for update
  ),
  begun as (
    update cogo.held set started_at = at
    from locked, unnest(given.job_ids, given.fences) as item (job_id, fence)
    where item.fence = locked.fence and held.job_id = item.job_id and held.fence = item.fence
      and held.started_at is null and not exists (select from cogo.cancels where cancels.job_id = held.job_id)
    returning held.job_id, held.fence
  )
  select array_agg(begun.job_id) as job_ids, min(begun.fence) as fence into started from begun;
  if started.job_ids is not null then
    perform cogo.record_events(array['job_started'], started.job_ids, at, null, started.fence, null);
  end if;
  if cardinality(started.job_ids) is distinct from cardinality(given.job_ids) then
    perform cogo.note_conflicts((
      select count(*)::integer from unnest(given.job_ids, given.fences) as item (job_id, fence)
      where not exists (select from cogo.held where held.job_id = item.job_id and held.fence = item.fence)
    ));
  end if;

  return query
  select
    item.job_id,
    case
      when held.job_id is null then 'lease_lost'
      when held.started_at is null then 'cancel_requested'
      else 'started'
    end
  from unnest(given.job_ids, given.fences) with ordinality as item (job_id, fence, ordinal)
  left join cogo.held on held.job_id = item.job_id and held.fence = item.fence
  order by item.ordinal;
end;
$$;

comment on function cogo.start_jobs(jsonb) is
  'Moves assigned jobs to running. Per job: started (also when it was before), cancel_requested (not started: release it) or lease_lost.';

revoke execute on function cogo.start_jobs(jsonb) from public;
grant execute on function cogo.start_jobs(jsonb) to authenticated, service_role;
