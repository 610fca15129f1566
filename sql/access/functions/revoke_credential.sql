create function cogo.revoke_credential(credential_id uuid)
returns jsonb
language plpgsql
security definer
set search_path = ''
as $$
#variable_conflict use_column
declare
  admin uuid := cogo.admin_tenant(null);
  before cogo.agent_credentials;
  after cogo.agent_credentials;
  tenant uuid;
begin
  select agent.tenant_id into tenant from cogo.agent_credentials as credential
  join cogo.agents as agent on agent.agent_id = credential.agent_id
  where credential.credential_id = revoke_credential.credential_id and (admin is null or agent.tenant_id = admin);
  if not found then
    perform cogo.raise_access_not_found('access_not_found', 'the credential', revoke_credential.credential_id::text);
  end if;
  -- Locked once it is known to be the caller's: another tenant's row waits for nobody here.
  select credential.* into before from cogo.agent_credentials as credential
  where credential.credential_id = revoke_credential.credential_id for update;
  update cogo.agent_credentials as credential set revoked_at = coalesce(credential.revoked_at, cogo.now_())
  where credential.credential_id = before.credential_id
  returning * into after;
  perform cogo.note_access(
    tenant, 'revoke_credential', before.agent_id::text,
    to_jsonb(before) - array['secret_sha256', 'free_at'], to_jsonb(after) - array['secret_sha256', 'free_at']
  );
  return to_jsonb(after) - array['secret_sha256', 'free_at'];
end;
$$;

comment on function cogo.revoke_credential(uuid) is
  'A credential gives no more tokens; those it gave hold until they expire, or until revoke_agent.';

revoke execute on function cogo.revoke_credential(uuid) from public;
grant execute on function cogo.revoke_credential(uuid) to authenticated, service_role;
