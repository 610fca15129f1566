create function api.add_signing_key(jwk jsonb)
returns jsonb
language plpgsql
volatile
set search_path = ''
as $$
#variable_conflict use_column
begin
  return cogo.add_signing_key(add_signing_key.jwk);
end;
$$;

comment on function api.add_signing_key(jsonb) is
  'Publishes the public half of a signing key as standby. For operators. Errors: bad_argument (400), access_conflict (409).';

revoke execute on function api.add_signing_key(jsonb) from public;
grant execute on function api.add_signing_key(jsonb) to service_role;
