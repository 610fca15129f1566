create function cogo.audit_key(
  action text, key cogo.secure_keys, actor text, at timestamptz, reason text default null, ok boolean default true,
  purpose text default null, tenant_id uuid default null, decision_id uuid default null, attempt integer default null
)
returns bigint
language plpgsql
security definer
set search_path = ''
as $$
#variable_conflict use_column
declare
  written bigint;
begin
  -- A late token brings nobody back who was erased: that it was refused is kept without a name.
  if exists (select from cogo.erased_tenants) and cogo.is_erased_tenant(audit_key.tenant_id) then
    audit_key.tenant_id := cogo.default_tenant();
    audit_key.actor := 'a tenant that was erased';
  end if;
  insert into cogo.secure_keys_audit
    (at, tenant_id, action, ok, reason, actor, key_id, version, purpose, decision_id, attempt)
  values (
    audit_key.at, coalesce(audit_key.tenant_id, key.tenant_id, cogo.default_tenant()), audit_key.action, audit_key.ok,
    left(audit_key.reason, 500), left(coalesce(audit_key.actor, 'operator'), 200), key.key_id, key.version,
    left(audit_key.purpose, 500), audit_key.decision_id, audit_key.attempt
  )
  returning audit_id into written;
  return written;
end;
$$;

comment on function cogo.audit_key(text, cogo.secure_keys, text, timestamptz, text, boolean, text, uuid, uuid, integer) is
  'Appends one audit row. When it cannot be written, neither is what it tells of.';

revoke execute on function cogo.audit_key(text, cogo.secure_keys, text, timestamptz, text, boolean, text, uuid, uuid, integer) from public;
