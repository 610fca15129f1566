create function cogo.erase_secure_keys_audit(
  leaving cogo.offboardings, row_limit integer, out counts jsonb, out is_met boolean, out next jsonb
)
language plpgsql
security definer
set search_path = ''
as $$
#variable_conflict use_column
declare
  place cogo.audit_cursor;
  newest bigint;
  fold cogo.call_folds;
  victims bigint[];
  rest record;
  gone integer;
begin
  -- Nobody seals while a chain grows shorter: in the order in which rounds take these rows.
  select * into place from cogo.audit_cursor for update;
  select * into fold from cogo.call_folds for update;
  select max(seal.seq) into newest from cogo.secure_keys_seals as seal where seal.tenant_id = leaving.tenant_id;
  -- From its end, so that what is left is a whole chain after each batch; what is not sealed yet is behind its end.
  victims := array(
    select entry.audit_id from cogo.secure_keys_audit as entry
    where (entry.xid, entry.audit_id) > (coalesce(place.xid, '0'::xid8), coalesce(place.audit_id, 0::bigint)) and entry.tenant_id = leaving.tenant_id
      and not exists (select from cogo.secure_keys_seals as seal where seal.audit_id = entry.audit_id)
    union
    select seal.audit_id from cogo.secure_keys_seals as seal
    where seal.tenant_id = leaving.tenant_id and seal.seq > newest - erase_secure_keys_audit.row_limit
  );
  is_met := cardinality(victims) > 0;
  next := case when newest > erase_secure_keys_audit.row_limit then '{}'::jsonb end;
  delete from cogo.audit_checkpoints as given
  where given.tenant_id = leaving.tenant_id and given.seq > newest - erase_secure_keys_audit.row_limit;
  get diagnostics gone = row_count;
  counts := jsonb_build_object('audit_checkpoints', gone);
  delete from cogo.secure_keys_seals as seal where seal.tenant_id = leaving.tenant_id and seal.audit_id = any (victims);
  get diagnostics gone = row_count;
  counts := counts || jsonb_build_object('secure_keys_seals', gone);
  select seal.seq, seal.hash into rest from cogo.secure_keys_seals as seal
  where seal.tenant_id = leaving.tenant_id order by seal.seq desc limit 1;
  update cogo.secure_keys_heads as head set seq = rest.seq, hash = rest.hash where head.tenant_id = leaving.tenant_id and rest.seq is not null;
  delete from cogo.secure_keys_heads as head where head.tenant_id = leaving.tenant_id and rest.seq is null;
  get diagnostics gone = row_count;
  counts := counts || jsonb_build_object('secure_keys_heads', gone);
  update cogo.call_folds as known set erased_audits = known.erased_audits + (
    select count(*) from cogo.secure_keys_audit as entry
    where entry.audit_id = any (victims) and entry.audit_id <= fold.audit_id and (entry.ok or entry.action = 'open')
  );
  delete from cogo.secure_keys_audit as entry where entry.audit_id = any (victims);
  get diagnostics gone = row_count;
  counts := counts || jsonb_build_object('secure_keys_audit', gone);
end;
$$;

comment on function cogo.erase_secure_keys_audit(cogo.offboardings, integer) is
  'Takes the tenant''s chain of the audit of keys back from its end. Answers as erase_part.';

revoke execute on function cogo.erase_secure_keys_audit(cogo.offboardings, integer) from public;
