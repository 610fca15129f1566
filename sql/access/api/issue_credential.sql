create function api.issue_credential(agent_id uuid, valid_days integer default 90)
returns jsonb
language plpgsql
volatile
set search_path = ''
as $$
#variable_conflict use_column
begin
  return cogo.issue_credential(issue_credential.agent_id, issue_credential.valid_days);
end;
$$;

comment on function api.issue_credential(uuid, integer) is
  'A secret by which the agent gets tokens: told this once, only its hash is kept. For operators, and owners of the tenant. Errors: bad_argument (400), not_an_agent (401), owners_only (403), agent_not_found (404), access_conflict (409).';

revoke execute on function api.issue_credential(uuid, integer) from public;
grant execute on function api.issue_credential(uuid, integer) to authenticated, service_role;
