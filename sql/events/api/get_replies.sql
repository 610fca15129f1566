create function api.get_replies(job_ids bigint[])
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
  perform cogo.caller_tenant('jobs:read');
  return cogo.get_replies(get_replies.job_ids);
end;
$$;

comment on function api.get_replies(bigint[]) is
  'How up to 1000 requests stand: {now, replies: [{request_id, job_id, state: pending | replied | failed | timed_out | not_found, expires_at, result, error}]}, in the order given. Those left out did not fit into 2 MB: ask again for them. Scope: jobs:read. Errors: bad_argument (400), not_an_agent (401), agent_revoked, insufficient_scope (403).';

revoke execute on function api.get_replies(bigint[]) from public;
grant execute on function api.get_replies(bigint[]) to authenticated, service_role;
