create function cogo.seal_audit(row_limit integer default 5000)
returns integer
language plpgsql
security definer
set search_path = ''
as $$
#variable_conflict use_column
declare
  place cogo.audit_cursor;
  entry cogo.secure_keys_audit;
  head cogo.secure_keys_heads;
  sealed integer := 0;
  horizon xid8 := pg_snapshot_xmin(pg_current_snapshot());
begin
  insert into cogo.audit_cursor (xid, audit_id) values ('0', 0) on conflict do nothing;
  select * into place from cogo.audit_cursor as known for update skip locked;
  if place.only_row is null then
    return 0;
  end if;
  -- In another cluster, after a restore, numbers of transactions begin anew: then every row is looked at again.
  if place.xid >= pg_snapshot_xmax(pg_current_snapshot()) then
    place.xid := '0';
    place.audit_id := 0;
  end if;
  for entry in
    select * from cogo.secure_keys_audit as flat
    where (flat.xid, flat.audit_id) > (place.xid, place.audit_id)
      -- A row that is seen beyond all numbers given out was restored from elsewhere, or is this transaction's own.
      and (flat.xid < horizon or flat.xid >= pg_snapshot_xmax(pg_current_snapshot()))
      and flat.xid is distinct from pg_current_xact_id_if_assigned()
      and not exists (select from cogo.secure_keys_seals as seal where seal.audit_id = flat.audit_id)
    order by flat.xid, flat.audit_id
    limit seal_audit.row_limit
  loop
    select * into head from cogo.secure_keys_heads as newest where newest.tenant_id = entry.tenant_id;
    head.seq := coalesce(head.seq, 0) + 1;
    head.hash := cogo.audit_hash(head.hash, head.seq, entry);
    insert into cogo.secure_keys_seals (tenant_id, seq, audit_id, hash)
    values (entry.tenant_id, head.seq, entry.audit_id, head.hash);
    insert into cogo.secure_keys_heads (tenant_id, seq, hash, sealed_at)
    values (entry.tenant_id, head.seq, head.hash, cogo.now_())
    on conflict (tenant_id) do update set seq = excluded.seq, hash = excluded.hash, sealed_at = excluded.sealed_at;
    if entry.xid < horizon then
      place.xid := entry.xid;
      place.audit_id := entry.audit_id;
    end if;
    sealed := sealed + 1;
  end loop;
  update cogo.audit_cursor as known set xid = place.xid, audit_id = place.audit_id
  where (known.xid, known.audit_id) is distinct from (place.xid, place.audit_id);
  return sealed;
end;
$$;

comment on function cogo.seal_audit(integer) is
  'Links audit rows of finished transactions into their tenants'' chains; one at a time, others pass by. Answers how many.';

revoke execute on function cogo.seal_audit(integer) from public;
