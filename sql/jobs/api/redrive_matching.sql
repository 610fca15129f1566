create function api.redrive_matching(
  filter jsonb,
  max_jobs integer default 1000,
  per_minute double precision default null
)
returns jsonb
language plpgsql
volatile
set search_path = ''
as $$
#variable_conflict use_column
begin
  perform cogo.caller_tenant('jobs:write');
  return cogo.redrive_matching(redrive_matching.filter, redrive_matching.max_jobs, redrive_matching.per_minute);
end;
$$;

comment on function api.redrive_matching(jsonb, integer, double precision) is
  'Redrives undecided dead letters that match {stage, reason, type_prefix, since, until}, oldest first, at most max_jobs; with per_minute they become ready at that rate. Answers {redriven, job_ids, last_run_at, more}. Scope: jobs:write. Errors: bad_argument (400), not_an_agent (401), agent_revoked, insufficient_scope (403).';

revoke execute on function api.redrive_matching(jsonb, integer, double precision) from public;
grant execute on function api.redrive_matching(jsonb, integer, double precision) to authenticated, service_role;
