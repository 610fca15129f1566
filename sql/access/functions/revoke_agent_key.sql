create function cogo.revoke_agent_key(key_id uuid)
returns jsonb
language plpgsql
security definer
set search_path = ''
as $$
#variable_conflict use_column
declare
  admin uuid := cogo.admin_tenant(null);
  before cogo.agent_keys;
  after cogo.agent_keys;
  tenant uuid;
begin
  select agent.tenant_id into tenant from cogo.agent_keys as key
  join cogo.agents as agent on agent.agent_id = key.agent_id
  where key.key_id = revoke_agent_key.key_id and (admin is null or agent.tenant_id = admin);
  if not found then
    perform cogo.raise_access_not_found('access_not_found', 'the key', revoke_agent_key.key_id::text);
  end if;
  -- Locked once it is known to be the caller's: another tenant's row waits for nobody here.
  select key.* into before from cogo.agent_keys as key where key.key_id = revoke_agent_key.key_id for update;
  update cogo.agent_keys as key set revoked_at = coalesce(key.revoked_at, cogo.now_())
  where key.key_id = before.key_id
  returning * into after;
  perform cogo.note_access(tenant, 'revoke_agent_key', before.agent_id::text, to_jsonb(before), to_jsonb(after));
  return to_jsonb(after);
end;
$$;

comment on function cogo.revoke_agent_key(uuid) is
  'Assertions signed with the key are refused from now on.';

revoke execute on function cogo.revoke_agent_key(uuid) from public;
grant execute on function cogo.revoke_agent_key(uuid) to authenticated, service_role;
