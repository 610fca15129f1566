create function api.verify_audit(tenant_id uuid default null, checkpoints jsonb default '[]')
returns jsonb
language plpgsql
stable
set search_path = ''
as $$
begin
  return cogo.verify_audit(verify_audit.tenant_id, verify_audit.checkpoints);
end;
$$;

comment on function api.verify_audit(uuid, jsonb) is
  'Recomputes the audit chains and holds them against checkpoints [{tenant_id, seq, hash}] kept outside. Answers what is wrong: [{tenant_id, seq, problem}]; [] = as it was sealed. Operators only. No errors.';

revoke execute on function api.verify_audit(uuid, jsonb) from public;
grant execute on function api.verify_audit(uuid, jsonb) to service_role;
