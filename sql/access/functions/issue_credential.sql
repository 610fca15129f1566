create function cogo.issue_credential(agent_id uuid, valid_days integer)
returns jsonb
language plpgsql
security definer
set search_path = ''
as $$
#variable_conflict use_column
declare
  at timestamptz := cogo.now_();
  agent cogo.agents := cogo.own_agent(issue_credential.agent_id);
  credential cogo.agent_credentials;
  secret text;
begin
  if (issue_credential.valid_days between 1 and 365) is not true then
    perform cogo.refuse_argument('valid_days', 'it must be 1 to 365');
  elsif agent.state <> 'active' then
    perform cogo.refuse_access('the agent is revoked', 'Create another agent.');
  elsif (
    select count(*) from cogo.agent_credentials as live
    where live.agent_id = agent.agent_id and live.revoked_at is null and live.expires_at > at
  ) >= 5 then
    perform cogo.refuse_access('the agent has 5 credentials that hold', 'Revoke one with revoke_credential; get_agent shows them.');
  end if;
  -- 366 bits of the server's own randomness in, 256 out. Not cogo.random_(), which tests can foretell.
  secret := 'cga_' || translate(encode(sha256(
    uuid_send(gen_random_uuid()) || uuid_send(gen_random_uuid()) || uuid_send(gen_random_uuid())
  ), 'base64'), '+/=', '-_');
  insert into cogo.agent_credentials (credential_id, agent_id, secret_sha256, hint, created_at, expires_at, free_at)
  values (
    gen_random_uuid(), agent.agent_id, sha256(convert_to(secret, 'UTF8')), left(secret, 8), at,
    at + make_interval(days => issue_credential.valid_days), at
  )
  returning * into credential;
  perform cogo.note_access(
    agent.tenant_id, 'issue_credential', agent.agent_id::text, null, to_jsonb(credential) - array['secret_sha256', 'free_at', 'last_used_at']
  );
  return jsonb_build_object(
    'credential_id', credential.credential_id, 'agent_id', agent.agent_id, 'credential', secret, 'expires_at', credential.expires_at
  );
end;
$$;

comment on function cogo.issue_credential(uuid, integer) is
  'A new secret for an agent, told this once: only its hash is kept.';

revoke execute on function cogo.issue_credential(uuid, integer) from public;
grant execute on function cogo.issue_credential(uuid, integer) to authenticated, service_role;
