create function cogo.schedule_tenant(tenant_id uuid)
returns uuid
language plpgsql
stable
set search_path = ''
as $$
declare
  caller uuid := cogo.caller_tenant();
begin
  if caller is not null and schedule_tenant.tenant_id is not null then
    perform cogo.refuse_argument('tenant_id', 'it comes from the token and may not be given');
  end if;
  return coalesce(caller, schedule_tenant.tenant_id, cogo.default_tenant());
end;
$$;

comment on function cogo.schedule_tenant(uuid) is
  'Whose schedule is meant: an agent''s tenant by its token, an operator''s by tenant_id or the default one. Errors: bad_argument (400), not_an_agent (401).';

revoke execute on function cogo.schedule_tenant(uuid) from public;
