create function cogo.shred_key(key_id uuid, reason text, actor text)
returns jsonb
language plpgsql
security definer
set search_path = ''
as $$
declare
  at timestamptz := cogo.now_();
  key cogo.secure_keys := cogo.find_key(shred_key.key_id);
begin
  if key.state = 'shredded' then
    return cogo.key_metadata(key);
  elsif key.state in ('active', 'retiring') then
    perform cogo.refuse_key_state('shred', format('version %s is %s', key.version, key.state), 'Revoke it first; shredding cannot be undone.');
  end if;
  update cogo.secure_keys as dead
  set state = 'shredded', ciphertext = '', iv = '', wrapped_dek = null, dek_iv = null, kek_id = null, changed_at = at
  where dead.key_id = shred_key.key_id
  returning dead.* into key;
  perform cogo.audit_key('shred', key, shred_key.actor, at, shred_key.reason);
  perform cogo.tell_key('key.shredded', key);
  return cogo.key_metadata(key);
end;
$$;

comment on function cogo.shred_key(uuid, text, text) is
  'Destroys what could open a version; its audit stays. Copies in backups go when those do. Errors: key_not_found (404), key_conflict (409).';

revoke execute on function cogo.shred_key(uuid, text, text) from public;
grant execute on function cogo.shred_key(uuid, text, text) to cogo_key_vault, service_role;
