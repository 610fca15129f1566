create function cogo.audit_heads()
returns jsonb
language plpgsql
stable
security definer
set search_path = ''
as $$
begin
  return (
    select coalesce(jsonb_agg(jsonb_build_object(
      'tenant_id', head.tenant_id, 'seq', head.seq, 'hash', encode(head.hash, 'hex')
    ) order by head.tenant_id), '[]')
    from cogo.secure_keys_heads as head
    where not exists (
      select from cogo.audit_checkpoints as kept where kept.tenant_id = head.tenant_id and kept.seq = head.seq
    )
  );
end;
$$;

comment on function cogo.audit_heads() is 'The heads of chains that no checkpoint was signed for yet.';

revoke execute on function cogo.audit_heads() from public;
grant execute on function cogo.audit_heads() to cogo_key_vault;
