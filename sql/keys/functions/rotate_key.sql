create function cogo.rotate_key(key_id uuid, overlap_seconds integer, actor text)
returns jsonb
language plpgsql
security definer
set search_path = ''
as $$
declare
  at timestamptz := cogo.now_();
  key cogo.secure_keys := cogo.find_key(rotate_key.key_id);
begin
  if (rotate_key.overlap_seconds not between 0 and 2592000) then
    perform cogo.refuse_argument('overlap_seconds', 'it must be 0 to 2592000');
  end if;
  if key.state = 'active' then
    return cogo.key_metadata(key);
  elsif key.state <> 'next' then
    perform cogo.refuse_key_state('rotate', format('version %s is %s', key.version, key.state), 'Write the new secret as a next version first: upsert.');
  elsif key.expires_at <= at then
    perform cogo.refuse_key_state('rotate', format('version %s has expired', key.version), 'Write the new secret as a next version first: upsert.');
  end if;
  return cogo.key_metadata(cogo.promote_key(key, rotate_key.overlap_seconds, rotate_key.actor, at));
end;
$$;

comment on function cogo.rotate_key(uuid, integer, text) is
  'Makes a next version the active one; of an active one it changes nothing. Errors: bad_argument (400), key_not_found (404), key_conflict (409).';

revoke execute on function cogo.rotate_key(uuid, integer, text) from public;
grant execute on function cogo.rotate_key(uuid, integer, text) to cogo_key_vault, service_role;
