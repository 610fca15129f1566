create function api.schedule_history(name text, before_due_at timestamptz default null, row_limit integer default 50, tenant_id uuid default null)
returns table (
  due_at timestamptz,
  state text,
  reason text,
  covers integer,
  covers_until timestamptz,
  by_hand boolean,
  fired_at timestamptz,
  lag_ms double precision,
  job_id bigint,
  workflow_id uuid,
  outcome text,
  error jsonb
)
language plpgsql
stable
set search_path = ''
as $$
#variable_conflict use_column
begin
  perform cogo.caller_tenant('schedules:read');
  return query
  select * from cogo.schedule_history(
    schedule_history.name, schedule_history.before_due_at, schedule_history.row_limit, schedule_history.tenant_id
  );
end;
$$;

comment on function api.schedule_history(text, timestamptz, integer, uuid) is
  'Runs of a schedule, newest first: started, waiting, skipped (missed, overlap, replaced; covers says how many due times) or failed. Pass the last due_at as before_due_at for the next page. Scope: schedules:read. Errors: bad_argument (400), not_an_agent (401), agent_revoked, insufficient_scope (403).';

revoke execute on function api.schedule_history(text, timestamptz, integer, uuid) from public;
grant execute on function api.schedule_history(text, timestamptz, integer, uuid) to authenticated, service_role;
