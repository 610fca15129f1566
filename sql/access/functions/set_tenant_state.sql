create function cogo.set_tenant_state(tenant_id uuid, state text)
returns jsonb
language plpgsql
security definer
set search_path = ''
as $$
#variable_conflict use_column
declare
  at timestamptz := cogo.now_();
  before cogo.tenants := cogo.own_tenant(set_tenant_state.tenant_id);
  after cogo.tenants;
begin
  if before.state = 'leaving' then
    perform cogo.refuse_access('the tenant is leaving', 'What is being deleted is not brought back; create another tenant.');
  elsif before.state = set_tenant_state.state then
    return to_jsonb(before);
  end if;
  update cogo.tenants as tenant set state = set_tenant_state.state, changed_at = at
  where tenant.tenant_id = before.tenant_id
  returning * into after;
  delete from cogo.revocations as refused where refused.tenant_id = after.tenant_id and refused.kind = 'tenant';
  if set_tenant_state.state <> 'active' then
    insert into cogo.revocations (tenant_id, subject_id, kind, revoked_at) values (after.tenant_id, after.tenant_id, 'tenant', at);
  end if;
  perform cogo.note_access(after.tenant_id, 'set_tenant_state', after.tenant_id::text, to_jsonb(before), to_jsonb(after));
  return to_jsonb(after);
end;
$$;

comment on function cogo.set_tenant_state(uuid, text) is
  'Suspends or resumes a tenant: from the next call on its tokens are refused, or hold again.';

revoke execute on function cogo.set_tenant_state(uuid, text) from public;
grant execute on function cogo.set_tenant_state(uuid, text) to service_role;
