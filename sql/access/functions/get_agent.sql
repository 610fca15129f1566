create function cogo.get_agent(agent_id uuid)
returns jsonb
language plpgsql
security definer
set search_path = ''
as $$
#variable_conflict use_column
declare
  agent cogo.agents := cogo.own_agent(get_agent.agent_id);
begin
  return to_jsonb(agent) || jsonb_build_object(
    'credentials', coalesce((
      select jsonb_agg(to_jsonb(credential) - array['secret_sha256', 'free_at'] order by credential.created_at, credential.credential_id)
      from cogo.agent_credentials as credential where credential.agent_id = agent.agent_id
    ), '[]'),
    'keys', coalesce((
      select jsonb_agg(to_jsonb(key) order by key.created_at, key.key_id) from cogo.agent_keys as key where key.agent_id = agent.agent_id
    ), '[]'),
    'trusts', coalesce((
      select jsonb_agg(to_jsonb(trust) order by trust.created_at, trust.trust_id) from cogo.oidc_trusts as trust where trust.agent_id = agent.agent_id
    ), '[]')
  );
end;
$$;

comment on function cogo.get_agent(uuid) is
  'An agent and all that it can get tokens by; no secret and no hash.';

revoke execute on function cogo.get_agent(uuid) from public;
grant execute on function cogo.get_agent(uuid) to authenticated, service_role;
