create function api.list_policies()
returns setof jsonb
language plpgsql
stable
set search_path = ''
as $$
#variable_conflict use_column
begin
  perform cogo.caller_tenant('route:select');
  return query select * from cogo.list_policies();
end;
$$;

comment on function api.list_policies() is
  'Policies with their last report, newest first; an agent sees its tenant''s and the default ones. Scope: route:select. Errors: not_an_agent (401), agent_revoked, insufficient_scope (403).';

revoke execute on function api.list_policies() from public;
grant execute on function api.list_policies() to authenticated, service_role;
