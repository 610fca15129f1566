create function cogo.revoke_agent(agent_id uuid)
returns jsonb
language plpgsql
security definer
set search_path = ''
as $$
#variable_conflict use_column
declare
  at timestamptz := cogo.now_();
  before cogo.agents := cogo.own_agent(revoke_agent.agent_id);
  after cogo.agents;
begin
  if before.state = 'revoked' then
    return to_jsonb(before);
  end if;
  update cogo.agents as agent set state = 'revoked', revoked_at = at, changed_at = at
  where agent.agent_id = before.agent_id
  returning * into after;
  update cogo.agent_credentials as credential set revoked_at = at
  where credential.agent_id = before.agent_id and credential.revoked_at is null;
  update cogo.agent_keys as key set revoked_at = at where key.agent_id = before.agent_id and key.revoked_at is null;
  delete from cogo.oidc_trusts as trust where trust.agent_id = before.agent_id;
  insert into cogo.revocations (tenant_id, subject_id, kind, revoked_at) values (after.tenant_id, after.agent_id, 'agent', at)
  on conflict (tenant_id, subject_id) do update set kind = 'agent', revoked_at = at;
  perform cogo.note_access(after.tenant_id, 'revoke_agent', after.agent_id::text, to_jsonb(before), to_jsonb(after));
  return to_jsonb(after);
end;
$$;

comment on function cogo.revoke_agent(uuid) is
  'Ends an agent for good, with all that it could get tokens by. Its tokens are refused from the next call on.';

revoke execute on function cogo.revoke_agent(uuid) from public;
grant execute on function cogo.revoke_agent(uuid) to authenticated, service_role;
