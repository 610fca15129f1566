create function api.work(
  worker text,
  finished jsonb default '[]',
  renew bigint[] default '{}',
  want integer default 0,
  executor text default 'default'
)
returns jsonb
language plpgsql
volatile
set search_path = ''
set plan_cache_mode = force_generic_plan
set enable_seqscan = off
set jit = off
as $$
#variable_conflict use_column
begin
  perform cogo.caller_tenant('jobs:work');
  return cogo.work(work.worker, work.finished, work.renew, work.want, work.executor);
end;
$$;

comment on function api.work(text, jsonb, bigint[], integer, text) is
  'A worker''s whole turn in one round trip: settles finished [{job_id, fence, outcome: succeeded | failed | released, ...}], renews fences, claims and starts up to want jobs. Answers {now, finished, renewed, jobs} and, where somebody waits for a reply, requests [{job_id, expires_at, asked_by}]; a result that breaks its schema is told in finished with its error. Scope: jobs:work. Errors: bad_argument (400), not_an_agent (401), agent_revoked, insufficient_scope (403), payload_too_large (413).';

revoke execute on function api.work(text, jsonb, bigint[], integer, text) from public;
grant execute on function api.work(text, jsonb, bigint[], integer, text) to authenticated, service_role;
