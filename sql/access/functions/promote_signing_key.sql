create function cogo.promote_signing_key(kid text)
returns jsonb
language plpgsql
security definer
set search_path = ''
as $$
#variable_conflict use_column
declare
  key cogo.signing_keys;
  old text;
begin
  -- One rotation after the other.
  perform pg_advisory_xact_lock(hashtextextended('cogo.signing_keys', 0));
  select known.* into key from cogo.signing_keys as known where known.kid = promote_signing_key.kid;
  if not found then
    perform cogo.raise_access_not_found('access_not_found', 'the signing key', promote_signing_key.kid);
  elsif key.state = 'in_use' then
    return to_jsonb(key);
  elsif key.state = 'retired' then
    perform cogo.refuse_access('a retired key does not come back', 'Create another one: npm run agent-keys -- create');
  end if;
  select known.kid into old from cogo.signing_keys as known where known.state = 'in_use';
  if found then
    perform cogo.set_signing_state(old, 'previous');
  end if;
  return to_jsonb(cogo.set_signing_state(key.kid, 'in_use'));
end;
$$;

comment on function cogo.promote_signing_key(text) is
  'The key signs from now on; the one before is previous: its tokens hold until they expire.';

revoke execute on function cogo.promote_signing_key(text) from public;
grant execute on function cogo.promote_signing_key(text) to service_role;
