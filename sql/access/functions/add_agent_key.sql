create function cogo.add_agent_key(agent_id uuid, jwk jsonb)
returns jsonb
language plpgsql
security definer
set search_path = ''
as $$
#variable_conflict use_column
declare
  agent cogo.agents := cogo.own_agent(add_agent_key.agent_id);
  key cogo.agent_keys;
begin
  if agent.state <> 'active' then
    perform cogo.refuse_access('the agent is revoked', 'Create another agent.');
  end if;
  perform cogo.check_json('jwk', jwk, 2000);
  if (
    jsonb_typeof(jwk) = 'object' and not jwk ?| array['d', 'k', 'p', 'q'] and length(jwk ->> 'kid') between 1 and 100 and length(jwk::text) <= 2000
    and ((jwk ->> 'kty' = 'EC' and jwk ->> 'crv' = 'P-256') or (jwk ->> 'kty' = 'OKP' and jwk ->> 'crv' = 'Ed25519'))
  ) is not true then
    perform cogo.refuse_argument('jwk', 'it must be the public half of a P-256 or Ed25519 key, with a kid');
  end if;
  insert into cogo.agent_keys (key_id, agent_id, kid, public_jwk, created_at)
  values (gen_random_uuid(), agent.agent_id, jwk ->> 'kid', jwk, cogo.now_())
  on conflict do nothing
  returning * into key;
  if not found then
    perform cogo.refuse_access('the agent has a key of that kid', 'Give each key a kid of its own, also those that are revoked.');
  end if;
  perform cogo.note_access(agent.tenant_id, 'add_agent_key', agent.agent_id::text, null, to_jsonb(key));
  return to_jsonb(key);
end;
$$;

comment on function cogo.add_agent_key(uuid, jsonb) is
  'The public half of a key with which an agent signs its assertions.';

revoke execute on function cogo.add_agent_key(uuid, jsonb) from public;
grant execute on function cogo.add_agent_key(uuid, jsonb) to authenticated, service_role;
