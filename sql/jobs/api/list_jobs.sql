create function api.list_jobs(
  only_state text default null,
  type_prefix text default null,
  before_job_id bigint default null,
  row_limit integer default 50,
  only_executor text default null,
  only_tenant uuid default null,
  since timestamptz default null,
  until timestamptz default null
)
returns table (
  job_id bigint,
  id uuid,
  tenant_id uuid,
  type text,
  executor text,
  priority text,
  state text,
  attempt integer,
  created_at timestamptz,
  finished_at timestamptz,
  worker text,
  next_before_job_id bigint
)
language plpgsql
stable
set search_path = ''
as $$
#variable_conflict use_column
begin
  perform cogo.caller_tenant('jobs:read');
  return query select * from cogo.list_jobs(
    list_jobs.only_state, list_jobs.type_prefix, list_jobs.before_job_id, list_jobs.row_limit, list_jobs.only_executor,
    list_jobs.only_tenant, list_jobs.since, list_jobs.until
  );
end;
$$;

comment on function api.list_jobs(text, text, bigint, integer, text, uuid, timestamptz, timestamptz) is
  'Jobs, newest first; since and until (exclusive) look at created_at; only_tenant is for operators. Pass next_before_job_id as before_job_id for the next page; a page may be short, and a lone row without job_id says that a million jobs (for an agent: 100,000 of all tenants'') held no match: go on from its cursor. Scope: jobs:read. Errors: bad_argument (400), not_an_agent (401), agent_revoked, insufficient_scope (403).';

revoke execute on function api.list_jobs(text, text, bigint, integer, text, uuid, timestamptz, timestamptz) from public;
grant execute on function api.list_jobs(text, text, bigint, integer, text, uuid, timestamptz, timestamptz) to authenticated, service_role;
