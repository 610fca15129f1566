create function cogo.verify_keys()
returns table (invariant text, problem text, sample jsonb)
language plpgsql
stable
security definer
set search_path = ''
as $$
begin
  return query
  select 'a sealed key is under a KEK that is kept', format('%s are not', count(*)), jsonb_agg(key.key_id)
  from cogo.secure_keys as key
  where key.alg = 'A256GCM' and key.state <> 'shredded' and not exists (
    select from cogo.kek_registry as kek where kek.kek_id = key.kek_id and kek.state in ('active', 'retained')
  )
  having count(*) > 0
  union all
  select 'a key that was revoked stays revoked', format('%s came back', count(*)), jsonb_agg(key.key_id)
  from cogo.secure_keys as key
  where key.state in ('next', 'active', 'retiring') and exists (
    select from cogo.secure_keys_audit as entry
    where entry.key_id = key.key_id and entry.action in ('revoke', 'shred') and entry.ok
  )
  having count(*) > 0
  union all
  select 'an opened reservation has its audit row', format('%s have none', count(*)), jsonb_agg(held.decision_id)
  from cogo.reservations as held
  where held.used_xid is not null and not exists (
    select from cogo.secure_keys_audit as entry
    where entry.xid = held.used_xid and entry.decision_id = held.decision_id and entry.attempt = held.attempt and entry.ok
  )
  having count(*) > 0
  union all
  select 'a chain ends at its head', format('%s do not', count(*)), jsonb_agg(head.tenant_id)
  from cogo.secure_keys_heads as head
  where not exists (
    select from cogo.secure_keys_seals as seal
    where seal.tenant_id = head.tenant_id and seal.seq = head.seq and seal.hash = head.hash
  ) or exists (select from cogo.secure_keys_seals as seal where seal.tenant_id = head.tenant_id and seal.seq > head.seq)
  having count(*) > 0
  union all
  select 'an active key has its environment', format('%s have none', count(*)), jsonb_agg(key.key_id)
  from cogo.secure_keys as key
  where key.state = 'active' and not exists (select from cogo.vault_settings)
  having count(*) > 0;
end;
$$;

comment on function cogo.verify_keys() is
  'The part of cogo.verify about keys. The whole chain is checked by verify_audit.';

revoke execute on function cogo.verify_keys() from public;
