create function cogo.add_signing_key(jwk jsonb)
returns jsonb
language plpgsql
security definer
set search_path = ''
as $$
#variable_conflict use_column
declare
  at timestamptz := cogo.now_();
  key cogo.signing_keys;
begin
  if (
    jsonb_typeof(jwk) = 'object' and not jwk ?| array['d', 'k'] and jwk ->> 'kty' = 'EC' and jwk ->> 'crv' = 'P-256'
    and length(jwk ->> 'kid') between 1 and 100 and length(jwk::text) <= 2000
  ) is not true then
    perform cogo.refuse_argument('jwk', 'it must be the public half of a P-256 key, with a kid');
  end if;
  insert into cogo.signing_keys (kid, alg, public_jwk, state, created_at, changed_at)
  values (jwk ->> 'kid', 'ES256', jwk, 'standby', at, at)
  on conflict do nothing
  returning * into key;
  if not found then
    select known.* into key from cogo.signing_keys as known where known.kid = jwk ->> 'kid';
    if key.public_jwk <> jwk then
      perform cogo.refuse_access('another key has that kid', 'Give each key a kid of its own.');
    end if;
    return to_jsonb(key);
  end if;
  perform cogo.note_access(null, 'add_signing_key', key.kid, null, to_jsonb(key));
  return to_jsonb(key);
end;
$$;

comment on function cogo.add_signing_key(jsonb) is
  'Publishes a key that does not sign yet, so that verifiers learn it.';

revoke execute on function cogo.add_signing_key(jsonb) from public;
grant execute on function cogo.add_signing_key(jsonb) to service_role;
