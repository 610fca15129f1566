create function api.worker_heartbeat(
  worker text,
  load real default null,
  held integer default null
)
returns jsonb
language plpgsql
volatile
set search_path = ''
as $$
#variable_conflict use_column
begin
  perform cogo.caller_tenant('jobs:work');
  return cogo.worker_heartbeat(worker_heartbeat.worker, worker_heartbeat.load, worker_heartbeat.held);
end;
$$;

comment on function api.worker_heartbeat(text, real, integer) is
  'A beat, for a worker that makes no work call within beat_seconds. Answers as register_worker does: stop claiming when drain is true. Scope: jobs:work. Errors: bad_argument (400), not_an_agent (401), agent_revoked, insufficient_scope (403), worker_not_found (404).';

revoke execute on function api.worker_heartbeat(text, real, integer) from public;
grant execute on function api.worker_heartbeat(text, real, integer) to authenticated, service_role;
