create function cogo.revoke_key(key_id uuid, reason text, actor text)
returns jsonb
language plpgsql
security definer
set search_path = ''
as $$
declare
  at timestamptz := cogo.now_();
  key cogo.secure_keys := cogo.find_key(revoke_key.key_id);
begin
  if key.state in ('revoked', 'shredded') then
    return cogo.key_metadata(key);
  end if;
  update cogo.secure_keys as dead set state = 'revoked', changed_at = at
  where dead.key_id = revoke_key.key_id
  returning dead.* into key;
  perform cogo.audit_key('revoke', key, revoke_key.actor, at, revoke_key.reason);
  perform cogo.tell_key('key.revoked', key, jsonb_build_object('reason', revoke_key.reason));
  return cogo.key_metadata(key);
end;
$$;

comment on function cogo.revoke_key(uuid, text, text) is
  'From now on no grant opens this version, those given out included. Errors: key_not_found (404).';

revoke execute on function cogo.revoke_key(uuid, text, text) from public;
grant execute on function cogo.revoke_key(uuid, text, text) to cogo_key_vault, service_role;
