create function cogo.place_jobs(jobs jsonb, new_ids bigint[], written_ids bigint[], lane_ids smallint[], at timestamptz)
returns void
language plpgsql
security definer
set search_path = ''
as $$
#variable_conflict use_column
declare
  placed record;
  missing bigint;
  tenant uuid := cogo.caller_tenant();
begin
  select
    array_agg(item.id order by item.id) as ids,
    array_agg(item.lane_id order by item.id) as lanes,
    array_agg(coalesce(
      (given.job ->> 'run_at')::timestamptz, place_jobs.at + make_interval(secs => (given.job ->> 'delay_seconds')::double precision)
    ) order by item.id) as run_ats,
    array_agg(coalesce(jsonb_array_length(nullif(given.job -> 'after', 'null')), 0) > 0 order by item.id) as waits
  into placed
  from unnest(place_jobs.written_ids, place_jobs.lane_ids) as item (id, lane_id)
  join unnest(place_jobs.new_ids) with ordinality as numbered (id, ordinal) on numbered.id = item.id
  join jsonb_array_elements(place_jobs.jobs) with ordinality as given (job, ordinal) on given.ordinal = numbered.ordinal;

  insert into cogo.blocked (job_id, run_at)
  select item.id, item.run_at from unnest(placed.ids, placed.run_ats, placed.waits) as item (id, run_at, waits) where item.waits;

  select needed.job_id into missing
  from jsonb_array_elements(place_jobs.jobs) as job, jsonb_array_elements(nullif(job -> 'after', 'null')) as after_id,
    lateral (select after_id::bigint as job_id) as needed
  where not exists (
    select from cogo.jobs as known where known.id = needed.job_id and known.id <> all(place_jobs.new_ids) and (tenant is null or known.tenant_id = tenant)
  ) limit 1;
  if found then
    perform cogo.refuse_argument('after', format('there is no job %s', missing));
  end if;
  insert into cogo.dependencies (needed_job_id, job_id)
  select distinct after_id::bigint, numbered.id
  from jsonb_array_elements(place_jobs.jobs) with ordinality as given (job, ordinal)
  join unnest(place_jobs.new_ids) with ordinality as numbered (id, ordinal) on numbered.ordinal = given.ordinal
  join cogo.blocked on blocked.job_id = numbered.id,
  lateral jsonb_array_elements(nullif(given.job -> 'after', 'null')) as after_id;
  perform cogo.wake_blocked(place_jobs.at, 1000);

  perform cogo.put_back(
    array_agg(item.id order by item.id), array_agg(1::smallint), array_agg(item.run_at order by item.id), place_jobs.at
  )
  from unnest(placed.ids, placed.run_ats, placed.waits) as item (id, run_at, waits)
  where not item.waits
  having count(*) > 0;
end;
$$;

comment on function cogo.place_jobs(jsonb, bigint[], bigint[], smallint[], timestamptz) is
  'First places of jobs that may not all run now: blocked by others, waiting for a time, or ready. Errors: bad_argument (400).';

revoke execute on function cogo.place_jobs(jsonb, bigint[], bigint[], smallint[], timestamptz) from public;
