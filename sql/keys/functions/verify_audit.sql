create function cogo.verify_audit(tenant_id uuid default null, checkpoints jsonb default '[]')
returns jsonb
language plpgsql
stable
security definer
set search_path = ''
as $$
#variable_conflict use_column
begin
  return (
  with link as (
    select seal.tenant_id, seal.seq, seal.audit_id, seal.hash, entry,
      lag(seal.hash) over chain as previous, lag(seal.seq) over chain as previous_seq
    from cogo.secure_keys_seals as seal
    left join cogo.secure_keys_audit as entry on entry.audit_id = seal.audit_id and entry.tenant_id = seal.tenant_id
    where verify_audit.tenant_id is null or seal.tenant_id = verify_audit.tenant_id
    window chain as (partition by seal.tenant_id order by seal.seq)
  ),
  newest as (
    select distinct on (link.tenant_id) link.tenant_id, link.seq, link.hash from link order by link.tenant_id, link.seq desc
  ),
  noted as (
    select given.tenant_id, given.seq, given.hash
    from jsonb_to_recordset(coalesce(verify_audit.checkpoints, '[]')) as given (tenant_id uuid, seq bigint, hash text)
    union
    select kept.tenant_id, kept.seq, encode(kept.hash, 'hex') from cogo.audit_checkpoints as kept
  ),
  broken (tenant_id, seq, problem) as (
  select link.tenant_id, link.seq, case
    when link.seq <> coalesce(link.previous_seq, 0) + 1 then 'a seal before it is gone'
    when (link.entry).audit_id is null then 'its audit row is gone'
    else 'it is not the row that was sealed here'
  end
  from link
  where link.seq <> coalesce(link.previous_seq, 0) + 1 or (link.entry).audit_id is null
    or cogo.audit_hash(link.previous, link.seq, link.entry) is distinct from link.hash
  union all
  select head.tenant_id, head.seq, 'the end of the chain is gone, or is not its head'
  from cogo.secure_keys_heads as head
  left join newest on newest.tenant_id = head.tenant_id
  where (verify_audit.tenant_id is null or head.tenant_id = verify_audit.tenant_id)
    and (newest.seq, newest.hash) is distinct from (head.seq, head.hash)
  union all
  select entry.tenant_id, null, format('audit row %s was slipped in behind the seal', entry.audit_id)
  from cogo.secure_keys_audit as entry, cogo.audit_cursor as place
  where (verify_audit.tenant_id is null or entry.tenant_id = verify_audit.tenant_id)
    and (entry.xid, entry.audit_id) <= (place.xid, place.audit_id)
    and not exists (select from cogo.secure_keys_seals as seal where seal.audit_id = entry.audit_id)
  union all
  select noted.tenant_id, noted.seq, 'a checkpoint that was given out does not fit: the chain was cut or made anew'
  from noted
  where (verify_audit.tenant_id is null or noted.tenant_id = verify_audit.tenant_id)
    and not exists (
      select from link
      where link.tenant_id = noted.tenant_id and link.seq = noted.seq and encode(link.hash, 'hex') = lower(noted.hash)
    )
  )
  select coalesce(jsonb_agg(to_jsonb(broken) order by broken.tenant_id, broken.seq), '[]') from broken
  );
end;
$$;

comment on function cogo.verify_audit(uuid, jsonb) is
  'Recomputes the chains and holds them against their heads and against checkpoints [{tenant_id, seq, hash}] kept outside. Answers what is wrong: [{tenant_id, seq, problem}]; [] = as it was sealed.';

revoke execute on function cogo.verify_audit(uuid, jsonb) from public;
grant execute on function cogo.verify_audit(uuid, jsonb) to service_role, cogo_key_vault;
