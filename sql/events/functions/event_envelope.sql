create function cogo.event_envelope(event cogo.events, job cogo.jobs)
returns table (
  id uuid, version text, type text, ts timestamptz, trace_id text, correlation_id uuid, cause uuid, tenant_id uuid,
  actor jsonb, payload jsonb, schema jsonb
)
language plpgsql
stable
security definer
set search_path = ''
as $$
#variable_conflict use_column
declare
  job_uuid uuid := cogo.uuid_v7(job.created_at, job.id);
  ended cogo.attempts;
  held_now record;
begin
  -- An event names one fence for its whole batch; the job's own rows know under which one it stood. A fence that agrees
  -- comes first, since a clock may give several holds the same time.
  if event.type <> 'job_enqueued' then
    select past.* into ended from cogo.attempts as past
    where past.job_id = job.id and event.ts = case event.type
      when 'job_claimed' then past.claimed_at when 'job_started' then past.started_at else past.finished_at
    end
    order by past.fence = event.fence desc, past.fence desc limit 1;
  end if;
  if event.type in ('job_claimed', 'job_started') and ended.fence is distinct from event.fence then
    select hold.fence, hold.attempt, claim.worker into held_now
    from cogo.held as hold join cogo.claims as claim on claim.fence = hold.fence
    where hold.job_id = job.id and (ended.fence is null or hold.fence = event.fence);
    if found then
      ended.fence := held_now.fence;
      ended.attempt := held_now.attempt;
      ended.worker := held_now.worker;
    end if;
  end if;
  id := cogo.uuid_v7(event.ts, (event.id << 24) | array_position(event.job_ids, job.id));
  version := '1';
  type := event.type;
  ts := event.ts;
  trace_id := substr(job.traceparent, 4, 32);
  correlation_id := coalesce(job.correlation_id, job_uuid);
  cause := job_uuid;
  tenant_id := job.tenant_id;
  actor := jsonb_build_object('agent', coalesce(ended.worker, event.actor, 'cogo'), 'role', 'system');
  payload := jsonb_strip_nulls(jsonb_build_object(
    'job_id', job.id, 'type', job.type, 'fence', coalesce(ended.fence, event.fence), 'attempt', ended.attempt,
    'error', case when event.type not in ('job_claimed', 'job_started') then ended.error end,
    'compensated_job_id', case when event.type = 'job_compensated' then (
      select undone.job_id from cogo.workflow_steps as undone
      where undone.workflow_id = cogo.uuid_number(job.correlation_id) and undone.follow_job_id = job.id
    ) end
  ));
  schema := jsonb_build_object('namespace', 'cogo.jobs', 'name', event.type, 'hash', cogo.event_schema_hash(event.type));
  return next;
end;
$$;

comment on function cogo.event_envelope(cogo.events, cogo.jobs) is
  'One transition of one job in the envelope of MESSAGE_SCHEMA_V1; its id is derived, so it is the same at every reading.';

revoke execute on function cogo.event_envelope(cogo.events, cogo.jobs) from public;
