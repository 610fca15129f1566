create function cogo.walk_audit(row_limit integer)
returns integer
language plpgsql
security definer
set search_path = ''
set enable_seqscan = off
set jit = off
as $$
#variable_conflict use_column
declare
  state cogo.alert_rounds;
  ids bigint[];
  wrong integer;
begin
  select * into state from cogo.alert_rounds;
  -- By number, so that rows without a seal and seals without their row are both met.
  ids := array(
    (select entry.audit_id from cogo.secure_keys_audit as entry where entry.audit_id > state.audit_id order by entry.audit_id limit walk_audit.row_limit)
    union
    (select seal.audit_id from cogo.secure_keys_seals as seal where seal.audit_id > state.audit_id order by seal.audit_id limit walk_audit.row_limit)
    order by 1 limit walk_audit.row_limit
  );
  select count(*) into wrong
  from unnest(ids) as each (audit_id)
  left join cogo.secure_keys_audit as entry on entry.audit_id = each.audit_id
  left join cogo.secure_keys_seals as seal on seal.audit_id = each.audit_id
  left join cogo.secure_keys_seals as previous on previous.tenant_id = seal.tenant_id and previous.seq = seal.seq - 1
  where case
    when seal.audit_id is null then
      (entry.xid, entry.audit_id) <= (select place.xid, place.audit_id from cogo.audit_cursor as place)
    else
      entry.audit_id is null or entry.tenant_id <> seal.tenant_id or (seal.seq > 1 and previous.seq is null)
      or cogo.audit_hash(previous.hash, seal.seq, entry) <> seal.hash
  end;
  state.audit_found := state.audit_found + wrong;
  if cardinality(ids) < walk_audit.row_limit then
    -- At the end: the chains end in their heads, and what was mended is forgotten.
    state.audit_broken := state.audit_found + (
      select count(*) from cogo.secure_keys_heads as head
      where not exists (
        select from cogo.secure_keys_seals as seal where seal.tenant_id = head.tenant_id and seal.seq = head.seq and seal.hash = head.hash
      )
    );
    state.audit_found := 0;
    state.audit_id := 0;
  else
    state.audit_id := ids[cardinality(ids)];
    state.audit_broken := greatest(state.audit_broken, state.audit_found);
  end if;
  update cogo.alert_rounds as kept set audit_id = state.audit_id, audit_found = state.audit_found, audit_broken = state.audit_broken
  where (kept.audit_id, kept.audit_found, kept.audit_broken) is distinct from (state.audit_id, state.audit_found, state.audit_broken);
  return state.audit_broken;
end;
$$;

comment on function cogo.walk_audit(integer) is
  'Verifies the next rows of the sealed audit, round and round, so that damage anywhere is met in the end. Answers how many rows or seals are known to be wrong. cogo.verify_audit does it whole.';

revoke execute on function cogo.walk_audit(integer) from public;
