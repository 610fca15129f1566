create function api.retire_signing_key(kid text, force boolean default false)
returns jsonb
language plpgsql
volatile
set search_path = ''
as $$
#variable_conflict use_column
begin
  return cogo.retire_signing_key(retire_signing_key.kid, retire_signing_key.force);
end;
$$;

comment on function api.retire_signing_key(text, boolean) is
  'Publishes a standby or previous key no more; one whose tokens may still hold only by force. For operators. Errors: access_not_found (404), access_conflict (409).';

revoke execute on function api.retire_signing_key(text, boolean) from public;
grant execute on function api.retire_signing_key(text, boolean) to service_role;
