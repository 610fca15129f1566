create function api.set_schedule(
  name text,
  cron text default null,
  every_seconds integer default null,
  time_zone text default 'UTC',
  job jsonb default null,
  workflow jsonb default null,
  missed text default 'one',
  missed_limit integer default 10,
  grace_seconds integer default 60,
  overlap text default 'allow',
  jitter_seconds integer default 0,
  paused boolean default null,
  starts_at timestamptz default null,
  ends_at timestamptz default null,
  tenant_id uuid default null
)
returns jsonb
language plpgsql
volatile
set search_path = ''
as $$
#variable_conflict use_column
begin
  perform cogo.caller_tenant('schedules:write');
  return cogo.set_schedule(jsonb_build_object(
    'name', name, 'cron', cron, 'every_seconds', every_seconds, 'time_zone', time_zone, 'job', job, 'workflow', workflow,
    'missed', missed, 'missed_limit', missed_limit, 'grace_seconds', grace_seconds, 'overlap', overlap,
    'jitter_seconds', jitter_seconds, 'starts_at', starts_at, 'ends_at', ends_at
  ), paused, tenant_id);
end;
$$;

comment on function api.set_schedule(text, text, integer, text, jsonb, jsonb, text, integer, integer, text, integer, boolean, timestamptz, timestamptz, uuid) is
  'Creates or replaces a schedule: when (cron or every_seconds, in a time zone), what (job or workflow), and its policies: missed skip | one | all, overlap allow | skip | buffer_one | cancel_previous. Scope: schedules:write. Errors: bad_argument (400), not_an_agent (401), agent_revoked, insufficient_scope (403), payload_too_large (413), schema_mismatch (422).';

revoke execute on function api.set_schedule(text, text, integer, text, jsonb, jsonb, text, integer, integer, text, integer, boolean, timestamptz, timestamptz, uuid) from public;
grant execute on function api.set_schedule(text, text, integer, text, jsonb, jsonb, text, integer, integer, text, integer, boolean, timestamptz, timestamptz, uuid) to authenticated, service_role;
