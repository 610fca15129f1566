create function api.ingress_cancel(id uuid, reason text default null)
returns jsonb
language plpgsql
volatile
set search_path = ''
as $$
#variable_conflict use_column
begin
  perform cogo.caller_tenant('jobs:write');
  return cogo.ingress_cancel(ingress_cancel.id, ingress_cancel.reason);
end;
$$;

comment on function api.ingress_cancel(uuid, text) is
  'Cancels a job by its public id: {job_id, outcome: cancelled | cancel_requested | already_closed}. Scope: jobs:write. Errors: bad_argument (400), not_an_agent (401), agent_revoked, insufficient_scope (403), job_not_found (404).';

revoke execute on function api.ingress_cancel(uuid, text) from public;
grant execute on function api.ingress_cancel(uuid, text) to authenticated, service_role;
