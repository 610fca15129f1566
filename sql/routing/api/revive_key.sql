create function api.revive_key(key_id uuid)
returns boolean
language plpgsql
volatile
set search_path = ''
as $$
#variable_conflict use_column
begin
  return cogo.revive_key(revive_key.key_id);
end;
$$;

comment on function api.revive_key(uuid) is
  'Forgets that a provider refused or throttled a key; answers whether that was known. No errors.';

revoke execute on function api.revive_key(uuid) from public;
grant execute on function api.revive_key(uuid) to service_role;
