create function api.list_quality_runs(
  only_target text default null,
  only_iso_week text default null,
  before_run_id uuid default null,
  row_limit integer default 50
)
returns table (
  run_id uuid, tenant_id uuid, kind text, iso_week text, target text, run_number integer, verdict text,
  gates jsonb, created_at timestamptz, started_at timestamptz, finished_at timestamptz, next_before_run_id uuid
)
language plpgsql
stable
set search_path = ''
as $$
#variable_conflict use_column
begin
  perform cogo.caller_tenant('quality:read');
  return query select * from cogo.list_quality_runs(
    list_quality_runs.only_target,
    list_quality_runs.only_iso_week,
    list_quality_runs.before_run_id,
    list_quality_runs.row_limit
  );
end;
$$;

comment on function api.list_quality_runs(text, text, uuid, integer) is
  'Runs, newest first, keyset pages of 1 to 500. Scope: quality:read. Errors: not_an_agent (401), agent_revoked, insufficient_scope (403).';

revoke execute on function api.list_quality_runs(text, text, uuid, integer) from public;
grant execute on function api.list_quality_runs(text, text, uuid, integer) to authenticated, service_role;
