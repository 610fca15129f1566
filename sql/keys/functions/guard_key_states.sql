create function cogo.guard_key_states()
returns trigger
language plpgsql
set search_path = ''
as $$
declare
  rank constant text[] := array['next', 'active', 'retiring', 'revoked', 'shredded'];
begin
  if tg_op = 'DELETE' then
    if cogo.is_being_erased(old.tenant_id) then
      return old;
    end if;
    raise exception 'cogo: a key is shredded, never deleted' using errcode = 'insufficient_privilege';
  end if;
  if array_position(rank, new.state) < array_position(rank, old.state) then
    raise exception 'cogo: a key does not go from % back to %', old.state, new.state using errcode = 'check_violation';
  end if;
  if (new.key_id, new.tenant_id, new.provider, new.field, new.alias, new.env, new.version)
    is distinct from (old.key_id, old.tenant_id, old.provider, old.field, old.alias, old.env, old.version)
  then
    raise exception 'cogo: a key does not become another one' using errcode = 'check_violation';
  end if;
  return new;
end;
$$;

comment on function cogo.guard_key_states() is 'A version only ever goes forward: next, active, retiring, revoked, shredded.';

revoke execute on function cogo.guard_key_states() from public;
