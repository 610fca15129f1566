create function api.cancel_jobs(job_ids bigint[], hard boolean default false, reason text default null)
returns table (job_id bigint, outcome text)
language plpgsql
volatile
set search_path = ''
as $$
#variable_conflict use_column
begin
  perform cogo.caller_tenant('jobs:write');
  return query select * from cogo.cancel_jobs(cancel_jobs.job_ids, cancel_jobs.hard, cancel_jobs.reason);
end;
$$;

comment on function api.cancel_jobs(bigint[], boolean, text) is
  'Cancels jobs: cancelled, cancel_requested (its worker learns at the next renewal; with hard it loses its fence now), already_closed or not_found. Scope: jobs:write. Errors: bad_argument (400), not_an_agent (401), agent_revoked, insufficient_scope (403).';

revoke execute on function api.cancel_jobs(bigint[], boolean, text) from public;
grant execute on function api.cancel_jobs(bigint[], boolean, text) to authenticated, service_role;
