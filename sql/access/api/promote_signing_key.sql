create function api.promote_signing_key(kid text)
returns jsonb
language plpgsql
volatile
set search_path = ''
as $$
#variable_conflict use_column
begin
  return cogo.promote_signing_key(promote_signing_key.kid);
end;
$$;

comment on function api.promote_signing_key(text) is
  'agent-token signs with this key from now on; the one before is previous. For operators. Errors: access_not_found (404), access_conflict (409).';

revoke execute on function api.promote_signing_key(text) from public;
grant execute on function api.promote_signing_key(text) to service_role;
