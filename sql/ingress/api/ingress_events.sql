create function api.ingress_events(id uuid, after_event_id uuid default null)
returns jsonb
language plpgsql
stable
set search_path = ''
as $$
#variable_conflict use_column
begin
  perform cogo.caller_tenant('jobs:read');
  return cogo.ingress_events(ingress_events.id, ingress_events.after_event_id);
end;
$$;

comment on function api.ingress_events(uuid, uuid) is
  'What a job went through after an event: [{id, type, ts, data}], at most 100. Scope: jobs:read. Errors: not_an_agent (401), agent_revoked, insufficient_scope (403), job_not_found (404).';

revoke execute on function api.ingress_events(uuid, uuid) from public;
grant execute on function api.ingress_events(uuid, uuid) to authenticated, service_role;
