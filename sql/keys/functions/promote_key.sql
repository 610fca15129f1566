create function cogo.promote_key(key cogo.secure_keys, overlap_seconds integer, actor text, at timestamptz)
returns cogo.secure_keys
language plpgsql
security definer
set search_path = ''
as $$
declare
  old cogo.secure_keys;
  overlap interval;
begin
  select make_interval(secs => coalesce(promote_key.overlap_seconds, setting.overlap_seconds)) into overlap
  from cogo.vault_settings as setting;
  for old in
    update cogo.secure_keys as other
    set state = 'retiring', retires_at = promote_key.at + overlap, changed_at = promote_key.at
    where other.state = 'active' and other.tenant_id = key.tenant_id and other.provider = key.provider
      and other.service = key.service and other.resource = key.resource and other.region = key.region
      and other.field = key.field and other.alias = key.alias and other.env = key.env
    returning other.*
  loop
    perform cogo.audit_key('retire', old, promote_key.actor, promote_key.at);
  end loop;
  update cogo.secure_keys as promoted set state = 'active', changed_at = promote_key.at
  where promoted.key_id = key.key_id
  returning promoted.* into key;
  perform cogo.audit_key('rotate', key, promote_key.actor, promote_key.at);
  perform cogo.tell_key('key.rotated', key, jsonb_build_object('old_retires_at', old.retires_at));
  return key;
end;
$$;

comment on function cogo.promote_key(cogo.secure_keys, integer, text, timestamptz) is
  'Makes a next version active; the one before stays readable to grants that hold it until retires_at.';

revoke execute on function cogo.promote_key(cogo.secure_keys, integer, text, timestamptz) from public;
