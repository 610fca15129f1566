create function api.queue_stats()
returns table (
  executor text,
  priority text,
  queue_name text,
  depth bigint,
  oldest_age_seconds double precision,
  held bigint,
  waiting bigint,
  blocked bigint,
  parked bigint,
  backlog bigint,
  paused boolean
)
language plpgsql
stable
set search_path = ''
as $$
#variable_conflict use_column
begin
  perform cogo.caller_tenant('jobs:read');
  return query select * from cogo.queue_stats();
end;
$$;

comment on function api.queue_stats() is
  'What stands where: per lane, the ready jobs (counted up to 100,000) and those held, waiting and blocked. Scope: jobs:read. Errors: not_an_agent (401), agent_revoked, insufficient_scope (403).';

revoke execute on function api.queue_stats() from public;
grant execute on function api.queue_stats() to authenticated, service_role;
