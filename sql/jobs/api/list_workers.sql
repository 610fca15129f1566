create function api.list_workers(
  only_executor text default null,
  only_state text default null,
  after_worker_id bigint default null,
  row_limit integer default 100
)
returns table (
  worker_id bigint,
  worker text,
  tenant_id uuid,
  agent_id uuid,
  executor text,
  version text,
  capabilities jsonb,
  state text,
  held integer,
  load real,
  beat_at timestamptz,
  registered_at timestamptz,
  drain_requested_at timestamptz,
  concurrency integer,
  prefetch_max integer,
  max_per_minute integer,
  beat_seconds integer
)
language plpgsql
stable
set search_path = ''
as $$
#variable_conflict use_column
begin
  perform cogo.caller_tenant('jobs:read');
  return query select * from cogo.list_workers(
    list_workers.only_executor, list_workers.only_state, list_workers.after_worker_id, list_workers.row_limit
  );
end;
$$;

comment on function api.list_workers(text, text, bigint, integer) is
  'Registered workers and their state: live, late, orphaned, draining or gone. Pass the last worker_id as after_worker_id for the next page. Scope: jobs:read. Errors: bad_argument (400), not_an_agent (401), agent_revoked, insufficient_scope (403).';

revoke execute on function api.list_workers(text, text, bigint, integer) from public;
grant execute on function api.list_workers(text, text, bigint, integer) to authenticated, service_role;
