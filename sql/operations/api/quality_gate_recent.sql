create function api.quality_gate_recent(row_limit integer default 20)
returns jsonb
language plpgsql
stable
set search_path = ''
as $$
begin
  perform cogo.caller_tenant('quality:read');
  return cogo.quality_gate_recent(quality_gate_recent.row_limit);
end;
$$;

comment on function api.quality_gate_recent(integer) is
  'The newest row_limit (1 to 100) quality runs with gates, artifacts, fixes and, while open, their jobs. Scope: quality:read. Errors: bad_argument (400), not_an_agent (401), agent_revoked, insufficient_scope (403).';

revoke execute on function api.quality_gate_recent(integer) from public;
grant execute on function api.quality_gate_recent(integer) to authenticated, service_role;
