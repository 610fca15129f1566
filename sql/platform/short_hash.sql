create function cogo.short_hash(value text)
returns uuid
language plpgsql
immutable
set search_path = ''
as $$
begin
  return encode(substr(sha256(convert_to(short_hash.value, 'UTF8')), 1, 16), 'hex')::uuid;
end;
$$;

comment on function cogo.short_hash(text) is
  'The first 16 bytes of the SHA-256 of a text.';

revoke execute on function cogo.short_hash(text) from public;
