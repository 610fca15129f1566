create function cogo.tell_key(type text, key cogo.secure_keys, more jsonb default '{}')
returns void
language plpgsql
security definer
set search_path = ''
as $$
begin
  perform cogo.publish(jsonb_build_array(jsonb_build_object(
    'type', tell_key.type, 'tenant_id', key.tenant_id,
    'payload', jsonb_build_object(
      'key_id', key.key_id, 'provider', key.provider, 'field', key.field, 'alias', key.alias,
      'version', key.version, 'state', key.state, 'expires_at', key.expires_at, 'rotate_after', key.rotate_after
    ) || tell_key.more
  )));
end;
$$;

comment on function cogo.tell_key(text, cogo.secure_keys, jsonb) is
  'Publishes what happened to a key on its tenant''s channel of the operator. Never anything secret.';

revoke execute on function cogo.tell_key(text, cogo.secure_keys, jsonb) from public;
