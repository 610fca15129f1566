create function api.unregister_worker(worker text)
returns jsonb
language plpgsql
volatile
set search_path = ''
as $$
#variable_conflict use_column
begin
  perform cogo.caller_tenant('jobs:work');
  return cogo.unregister_worker(unregister_worker.worker);
end;
$$;

comment on function api.unregister_worker(text) is
  'A worker says goodbye: {worker, outcome: gone | not_registered}. What it still holds goes back at the next sweep. Scope: jobs:work. Errors: not_an_agent (401), agent_revoked, insufficient_scope (403).';

revoke execute on function api.unregister_worker(text) from public;
grant execute on function api.unregister_worker(text) to authenticated, service_role;
