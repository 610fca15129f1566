create function cogo.job_events(job_id bigint, after_event_id uuid, row_limit integer)
returns table (
  id uuid, version text, type text, ts timestamptz, trace_id text, correlation_id uuid, cause uuid, tenant_id uuid,
  actor jsonb, payload jsonb, schema jsonb
)
language plpgsql
stable
security definer
set search_path = ''
set enable_seqscan = off
as $$
#variable_conflict use_column
declare
  tenant uuid := cogo.caller_tenant();
  job cogo.jobs;
  times timestamptz[];
begin
  if row_limit is null or row_limit not between 1 and 1000 then
    perform cogo.refuse_argument('row_limit', 'it must be 1 to 1000');
  end if;
  select known.* into job from cogo.jobs as known
  where known.id = job_events.job_id and (tenant is null or known.tenant_id = tenant);
  if job.id is null then
    raise sqlstate 'PT404' using
      message = format('Cannot read the events of job %s: there is no such job', job_events.job_id),
      detail = 'job_not_found',
      hint = 'Check the number; list_jobs shows the jobs you may see.';
  end if;

  -- A transition carries the very time of the row it left behind, so the job's own rows name the events to look up.
  select array_agg(moment.ts) into times
  from (
    select job.created_at as ts
    union select unnest(array[ended.claimed_at, ended.started_at, ended.finished_at])
    from cogo.attempts as ended where ended.job_id = job.id
    union select unnest(array[claim.claimed_at, held.started_at])
    from cogo.held join cogo.claims as claim on claim.fence = held.fence where held.job_id = job.id
  ) as moment;

  return query
  -- A step of its own: for the order and the limit below, the whole table would be walked by its ids.
  with touched as materialized (
    select each_event as event from cogo.events as each_event where each_event.ts = any(times) and each_event.job_ids @> array[job.id]
  )
  select told.id, told.version, told.type, told.ts, told.trace_id, told.correlation_id, told.cause, told.tenant_id,
    told.actor, told.payload, told.schema
  from touched, lateral cogo.event_envelope(touched.event, job) as told
  where after_event_id is null or told.id > after_event_id
  order by (touched.event).id
  limit row_limit;
end;
$$;

comment on function cogo.job_events(bigint, uuid, integer) is
  'The transitions of one job in order, as envelopes. Errors: job_not_found (404), bad_argument (400).';

revoke execute on function cogo.job_events(bigint, uuid, integer) from public;
grant execute on function cogo.job_events(bigint, uuid, integer) to authenticated, service_role;
