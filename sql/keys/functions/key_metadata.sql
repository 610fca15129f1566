create function cogo.key_metadata(key cogo.secure_keys)
returns jsonb
language plpgsql
stable
set search_path = ''
as $$
begin
  return to_jsonb(key) - array['ciphertext', 'iv', 'wrapped_dek', 'dek_iv', 'checksum'];
end;
$$;

comment on function cogo.key_metadata(cogo.secure_keys) is 'What may be shown of a key.';

revoke execute on function cogo.key_metadata(cogo.secure_keys) from public;
