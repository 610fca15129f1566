create function cogo.find_key(key_id uuid)
returns cogo.secure_keys
language plpgsql
security definer
set search_path = ''
as $$
declare
  found_key cogo.secure_keys;
begin
  select * into found_key from cogo.secure_keys as key where key.key_id = find_key.key_id for update;
  if found_key.key_id is null then
    raise sqlstate 'PT404' using
      message = format('Cannot find key %s: there is no such version', coalesce(find_key.key_id::text, 'null')),
      detail = 'key_not_found',
      hint = 'list_keys shows the versions that are there.';
  end if;
  return found_key;
end;
$$;

comment on function cogo.find_key(uuid) is
  'A version of a key, locked until the end of the transaction. Errors: key_not_found (404).';

revoke execute on function cogo.find_key(uuid) from public;
