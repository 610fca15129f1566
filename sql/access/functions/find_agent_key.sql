create function cogo.find_agent_key(agent_id uuid, kid text)
returns jsonb
language plpgsql
stable
security definer
set search_path = ''
as $$
#variable_conflict use_column
begin
  return (
    select jsonb_build_object('key_id', key.key_id, 'jwk', key.public_jwk) from cogo.agent_keys as key
    where key.agent_id = find_agent_key.agent_id and key.kid = find_agent_key.kid and key.revoked_at is null
  );
end;
$$;

comment on function cogo.find_agent_key(uuid, text) is
  'The public key by which an assertion is checked, or null.';

revoke execute on function cogo.find_agent_key(uuid, text) from public;
grant execute on function cogo.find_agent_key(uuid, text) to service_role;
