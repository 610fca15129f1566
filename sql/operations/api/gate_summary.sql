create function api.gate_summary(window_days integer default 30)
returns jsonb
language plpgsql
stable
set search_path = ''
as $$
begin
  perform cogo.caller_tenant('quality:read');
  return cogo.gate_summary(gate_summary.window_days);
end;
$$;

comment on function api.gate_summary(integer) is
  'Pass rate of quality runs and of each gate in the last window_days (1 to 366), what the operational gates are judged by, and the last ten runs. Scope: quality:read. Errors: bad_argument (400), not_an_agent (401), agent_revoked, insufficient_scope (403).';

revoke execute on function api.gate_summary(integer) from public;
grant execute on function api.gate_summary(integer) to authenticated, service_role;
