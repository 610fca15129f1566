create function api.register_worker(
  worker text,
  executor text default 'default',
  version text default null,
  capabilities jsonb default '{}',
  concurrency integer default 10,
  prefetch_max integer default null,
  max_per_minute integer default null,
  beat_seconds integer default 15
)
returns jsonb
language plpgsql
volatile
set search_path = ''
as $$
#variable_conflict use_column
begin
  perform cogo.caller_tenant('jobs:work');
  return cogo.register_worker(
    register_worker.worker, register_worker.executor, register_worker.version, register_worker.capabilities,
    register_worker.concurrency, register_worker.prefetch_max, register_worker.max_per_minute, register_worker.beat_seconds
  );
end;
$$;

comment on function api.register_worker(text, text, text, jsonb, integer, integer, integer, integer) is
  'Says who a worker is, so that it is listed, can be drained and loses its jobs two missed beats after it died. Every work call is a beat. Answers {worker, executor, drain, beat_seconds, prefetch_max, max_per_minute, now}. Scope: jobs:work. Errors: bad_argument (400), not_an_agent (401), agent_revoked, insufficient_scope (403), worker_taken (409).';

revoke execute on function api.register_worker(text, text, text, jsonb, integer, integer, integer, integer) from public;
grant execute on function api.register_worker(text, text, text, jsonb, integer, integer, integer, integer) to authenticated, service_role;
