create function cogo.signing_jwks()
returns jsonb
language plpgsql
stable
security definer
set search_path = ''
as $$
begin
  return coalesce((
    select jsonb_agg(key.public_jwk || jsonb_build_object('alg', key.alg, 'use', 'sig') order by key.created_at desc, key.kid)
    from cogo.signing_keys as key where key.state <> 'retired'
  ), '[]');
end;
$$;

comment on function cogo.signing_jwks() is 'The public keys by which tokens are checked: standby, in use and previous.';

revoke execute on function cogo.signing_jwks() from public;
grant execute on function cogo.signing_jwks() to service_role;
