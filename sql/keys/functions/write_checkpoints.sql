create function cogo.write_checkpoints(checkpoints jsonb)
returns jsonb
language plpgsql
security definer
set search_path = ''
as $$
#variable_conflict use_column
declare
  written integer;
begin
  insert into cogo.audit_checkpoints (tenant_id, seq, hash, at, signature, public_key)
  select given.tenant_id, given.seq, decode(given.hash, 'hex'), given.at, decode(given.signature, 'hex'), decode(given.public_key, 'hex')
  from jsonb_to_recordset(write_checkpoints.checkpoints)
    as given (tenant_id uuid, seq bigint, hash text, at timestamptz, signature text, public_key text)
  on conflict do nothing;
  get diagnostics written = row_count;
  return jsonb_build_object('written', written);
end;
$$;

comment on function cogo.write_checkpoints(jsonb) is 'Notes the checkpoints [{tenant_id, seq, hash, at, signature, public_key}] that are given out.';

revoke execute on function cogo.write_checkpoints(jsonb) from public;
grant execute on function cogo.write_checkpoints(jsonb) to cogo_key_vault;
