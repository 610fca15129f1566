create function cogo.audit_hash(previous bytea, seq bigint, entry cogo.secure_keys_audit)
returns bytea
language plpgsql
immutable
set search_path = ''
as $$
begin
  return sha256(coalesce(audit_hash.previous, '') || convert_to(jsonb_build_array(
    'sa1', audit_hash.seq, entry.audit_id, entry.xid::text, (extract(epoch from entry.at) * 1000000)::bigint,
    entry.tenant_id, entry.action, entry.ok, entry.reason, entry.actor, entry.key_id, entry.version, entry.purpose,
    entry.decision_id, entry.attempt
  )::text, 'UTF8'));
end;
$$;

comment on function cogo.audit_hash(bytea, bigint, cogo.secure_keys_audit) is
  'One link of a chain: SHA-256 over the previous hash and the row as a fixed JSON array.';

revoke execute on function cogo.audit_hash(bytea, bigint, cogo.secure_keys_audit) from public;
