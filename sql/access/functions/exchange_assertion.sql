create function cogo.exchange_assertion(key_id uuid, jti text, expires_at timestamptz, scopes text[])
returns jsonb
language plpgsql
security definer
set search_path = ''
as $$
#variable_conflict use_column
declare
  agent uuid;
begin
  select key.agent_id into agent from cogo.agent_keys as key where key.key_id = exchange_assertion.key_id and key.revoked_at is null;
  if not found then
    perform cogo.raise_invalid_credential();
  end if;
  perform cogo.use_assertion(cogo.short_hash(format('assertion:%s:%s', key_id, jti)), exchange_assertion.expires_at);
  return cogo.token_claims(agent, exchange_assertion.scopes);
end;
$$;

comment on function cogo.exchange_assertion(uuid, text, timestamptz, text[]) is
  'What the token of an agent says that signed an assertion; the function has checked the signature. Errors: bad_argument (400), invalid_credential (401), insufficient_scope (403).';

revoke execute on function cogo.exchange_assertion(uuid, text, timestamptz, text[]) from public;
grant execute on function cogo.exchange_assertion(uuid, text, timestamptz, text[]) to service_role;
