create function api.job_events(job_id bigint, after_event_id uuid default null, row_limit integer default 100)
returns table (
  id uuid,
  version text,
  type text,
  ts timestamptz,
  trace_id text,
  correlation_id uuid,
  cause uuid,
  tenant_id uuid,
  actor jsonb,
  payload jsonb,
  schema jsonb
)
language plpgsql
stable
set search_path = ''
as $$
#variable_conflict use_column
begin
  perform cogo.caller_tenant('jobs:read');
  return query select * from cogo.job_events(job_events.job_id, job_events.after_event_id, job_events.row_limit);
end;
$$;

comment on function api.job_events(bigint, uuid, integer) is
  'The transitions of one job in order, each in the envelope of MESSAGE_SCHEMA_V1. Scope: jobs:read. Errors: bad_argument (400), not_an_agent (401), agent_revoked, insufficient_scope (403), job_not_found (404).';

revoke execute on function api.job_events(bigint, uuid, integer) from public;
grant execute on function api.job_events(bigint, uuid, integer) to authenticated, service_role;
