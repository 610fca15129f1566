create function api.list_decisions(since_min integer default 60, agent_id uuid default null, row_limit integer default 50, before uuid default null, tenant_id uuid default null)
returns setof jsonb
language plpgsql
stable
set search_path = ''
as $$
#variable_conflict use_column
begin
  perform cogo.caller_tenant('route:select');
  return query select * from cogo.list_decisions(list_decisions.since_min, list_decisions.agent_id, list_decisions.row_limit, list_decisions.before, list_decisions.tenant_id);
end;
$$;

comment on function api.list_decisions(integer, uuid, integer, uuid, uuid) is
  'The last decisions, newest first: what was asked, what was chosen, at which odds. Scope: route:select. Errors: bad_argument (400), not_an_agent (401), agent_revoked, insufficient_scope (403).';

revoke execute on function api.list_decisions(integer, uuid, integer, uuid, uuid) from public;
grant execute on function api.list_decisions(integer, uuid, integer, uuid, uuid) to authenticated, service_role;
