create function cogo.exchange_credential(secret_sha256 bytea, scopes text[])
returns jsonb
language plpgsql
security definer
set search_path = ''
as $$
#variable_conflict use_column
declare
  at timestamptz := cogo.now_();
  credential cogo.agent_credentials;
begin
  perform set_config('synchronous_commit', 'off', true);
  update cogo.agent_credentials as known
  set last_used_at = at, free_at = greatest(known.free_at, at) + interval '2 seconds'
  where known.secret_sha256 = exchange_credential.secret_sha256 and known.revoked_at is null and known.expires_at > at
  returning * into credential;
  if not found then
    perform cogo.raise_invalid_credential();
  elsif credential.free_at > at + interval '60 seconds' then
    raise sqlstate 'PT429' using
      message = 'Cannot give a token: this credential asks too often', detail = 'rate_limited',
      hint = format('Use the token you have; ask again in %s seconds.', ceil(extract(epoch from credential.free_at - at - interval '60 seconds')));
  end if;
  return cogo.token_claims(credential.agent_id, exchange_credential.scopes);
end;
$$;

comment on function cogo.exchange_credential(bytea, text[]) is
  'Whose secret it is and what its token may say. A burst of 30, then one in 2 seconds; what is refused uses nothing up. Errors: bad_argument (400), invalid_credential (401), insufficient_scope (403), rate_limited (429).';

revoke execute on function cogo.exchange_credential(bytea, text[]) from public;
grant execute on function cogo.exchange_credential(bytea, text[]) to service_role;
