create function api.count_dead_letters(since timestamptz default null)
returns table (
  stage text,
  reason text,
  open bigint,
  redriven bigint,
  discarded bigint,
  newest_at timestamptz,
  is_capped boolean
)
language plpgsql
stable
set search_path = ''
as $$
#variable_conflict use_column
begin
  perform cogo.caller_tenant('jobs:read');
  return query select * from cogo.count_dead_letters(count_dead_letters.since);
end;
$$;

comment on function api.count_dead_letters(timestamptz) is
  'How many dead letters there are by stage and reason, and what was decided about them. Scope: jobs:read. Errors: not_an_agent (401), agent_revoked, insufficient_scope (403).';

revoke execute on function api.count_dead_letters(timestamptz) from public;
grant execute on function api.count_dead_letters(timestamptz) to authenticated, service_role;
