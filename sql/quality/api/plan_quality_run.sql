create function api.plan_quality_run(run_id uuid, plan jsonb, cause uuid default null)
returns jsonb
language plpgsql
set search_path = ''
as $$
begin
  perform cogo.caller_tenant('quality:write');
  return cogo.plan_quality_run(plan_quality_run.run_id, plan_quality_run.plan, plan_quality_run.cause);
end;
$$;

comment on function api.plan_quality_run(uuid, jsonb, uuid) is
  'Keeps a run''s plan and enqueues a weekly run''s gates and aggregate; a repeat returns the first plan. Scope: quality:write. Errors: bad_argument (400), not_an_agent (401), agent_revoked, insufficient_scope (403), quality_run_not_found (404).';

revoke execute on function api.plan_quality_run(uuid, jsonb, uuid) from public;
grant execute on function api.plan_quality_run(uuid, jsonb, uuid) to authenticated, service_role;
