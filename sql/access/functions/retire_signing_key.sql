create function cogo.retire_signing_key(kid text, force boolean)
returns jsonb
language plpgsql
security definer
set search_path = ''
as $$
#variable_conflict use_column
declare
  key cogo.signing_keys;
begin
  perform pg_advisory_xact_lock(hashtextextended('cogo.signing_keys', 0));
  select known.* into key from cogo.signing_keys as known where known.kid = retire_signing_key.kid;
  if not found then
    perform cogo.raise_access_not_found('access_not_found', 'the signing key', retire_signing_key.kid);
  elsif key.state = 'retired' then
    return to_jsonb(key);
  elsif key.state = 'in_use' then
    perform cogo.refuse_access('the key is in use', 'Promote another one first.');
  elsif key.state = 'previous' and key.changed_at > cogo.now_() - interval '20 minutes' and retire_signing_key.force is not true then
    perform cogo.refuse_access(
      'tokens that the key signed may still hold', 'Wait for 20 minutes after the promotion, or use force where the key was stolen.'
    );
  end if;
  return to_jsonb(cogo.set_signing_state(key.kid, 'retired'));
end;
$$;

comment on function cogo.retire_signing_key(text, boolean) is
  'The key is published no more: what it signed is refused.';

revoke execute on function cogo.retire_signing_key(text, boolean) from public;
grant execute on function cogo.retire_signing_key(text, boolean) to service_role;
